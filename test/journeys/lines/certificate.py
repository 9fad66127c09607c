"""A certificate that nobody answers for, of a server of this name, and its key: certificate.py NAME CERTIFICATE KEY"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

name, certificate, key_file = sys.argv[1:]
key = ec.generate_private_key(ec.SECP256R1())
whose = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
now = datetime.now(UTC)
made = (
    x509.CertificateBuilder()
    .subject_name(whose)
    .issuer_name(whose)
    .public_key(key.public_key())
    .serial_number(x509.random_serial_number())
    .not_valid_before(now - timedelta(hours=1))
    .not_valid_after(now + timedelta(days=1))
    .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    .sign(key, hashes.SHA256())
)
Path(certificate).write_bytes(made.public_bytes(serialization.Encoding.PEM))
Path(key_file).write_bytes(
    key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
)
