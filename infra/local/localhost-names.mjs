/**
 * Loaded before a process of ours that asks the site: browsers know that every name under `.localhost` is this machine, and Node does
 * not. In the cloud the site has a name that everybody knows.
 */
import dns from 'node:dns';

const { lookup } = dns;
dns.lookup = (name, ...rest) => lookup(name.endsWith('.localhost') ? '127.0.0.1' : name, ...rest);
