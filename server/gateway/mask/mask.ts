/** How people look to viewers: enough to recognise whom one talks to, too little to reach them. */

const DOTS = '••••';

/** `Smith` → `S.` */
export function maskLastName(lastname: string): string {
  const [first = ''] = lastname.trim();
  return first === '' ? '' : `${first}.`;
}

/** `jane@example.com` → `j••••@example.com`; what is no address shows nothing but its first character. */
export function maskEmail(email: string): string {
  const text = email.trim();
  const [first = ''] = text;
  const at = text.lastIndexOf('@');
  if (first === '') return '';
  if (at === 0) return `${DOTS}${text}`;
  return at < 0 ? `${first}${DOTS}` : `${first}${DOTS}${text.slice(at)}`;
}

/** `07700 900123` → `•••123`; one with so few digits that the last three would be half of it shows none. */
export function maskMobile(mobile: string): string {
  const digits = mobile.replace(/\D/g, '');
  if (mobile.trim() === '') return '';
  return digits.length < 6 ? '•••' : `•••${digits.slice(-3)}`;
}
