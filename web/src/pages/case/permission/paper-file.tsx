import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../parts/field.tsx';

/** The file of a paper: it stays on this device, and the form gets its SHA-256. */
export function PaperFile({ name, label }: { readonly name: string; readonly label?: string }) {
  const { t } = useTranslation('request');
  const [sha256, setSha256] = useState('');
  const take = async (file: File | undefined) => {
    if (file === undefined) return setSha256('');
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    setSha256(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  };
  return (
    <Field name={name} label={label ?? t('permission.paper.file')} hint={t('permission.paper.fileHint')}>
      {(control) => (
        <>
          <input {...control} type="file" onChange={(event) => void take(event.currentTarget.files?.[0])} />
          <input type="hidden" name={name} value={sha256} />
          {sha256 !== '' && (
            <p className="quiet small" role="status">
              SHA-256 <code className="leaf">{sha256}</code>
            </p>
          )}
        </>
      )}
    </Field>
  );
}
