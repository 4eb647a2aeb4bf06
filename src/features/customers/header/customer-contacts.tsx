import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Group, type GroupProps, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { CustomerProfile } from '#contract/customer.ts';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { describeMobile, mailLink, telephoneLink } from '#shared/text/contact-links.ts';
import { readableAddress } from '#shared/text/readable-address.ts';
import { CopyButton } from '#shared/ui/copy-button.tsx';
import classes from './customer-page.module.css';

const MASKED = 'Masked for your role';

/**
 * How to reach a customer, and their id; each with a button that copies it as it is stored. What is masked for one's role
 * can be neither written to nor usefully copied.
 */
export function CustomerContacts({ profile: { id, email, mobile } }: { profile: CustomerProfile }) {
  const isMasked = !isAllowed(useSession().role, 'desk');
  const telephone = telephoneLink(mobile);
  const mail = mailLink(email);
  const readable = readableAddress(email);
  return (
    <ul className={classes['contacts']} data-plain-links>
      <Contact>
        {email && isMasked ? (
          <span title={MASKED}>{email}</span>
        ) : email ? (
          <>
            {mail ? (
              <a href={mail} title={readable === email ? undefined : email}>
                <Address email={readable} />
              </a>
            ) : (
              <span>
                <Address email={readable} />
              </span>
            )}
            <CopyButton value={email} label="e-mail address" />
          </>
        ) : (
          <Text c="dimmed">No e-mail address</Text>
        )}
      </Contact>
      <Contact>
        {mobile && isMasked ? (
          <span title={MASKED}>{mobile}</span>
        ) : mobile ? (
          <>
            {telephone ? <a href={telephone}>{describeMobile(mobile)}</a> : <span>{mobile}</span>}
            <CopyButton value={mobile} label="mobile number" />
          </>
        ) : (
          <Text c="dimmed">No mobile number</Text>
        )}
      </Contact>
      <Contact fz="sm" c="dimmed" data-folds>
        <span>{id}</span>
        <CopyButton value={id} label="customer id" />
      </Contact>
    </ul>
  );
}

function Contact(props: GroupProps & { 'data-folds'?: boolean }) {
  return <Group component="li" justify="space-between" gap="xs" wrap="nowrap" mih={28} {...props} />;
}

/** Longer than a line of the summary. */
const LONG_DOMAIN = 22;

/** Broken before the @ where there is no room for one line, and before a dot where a half is too long as well. */
function Address({ email }: { email: string }) {
  const at = email.lastIndexOf('@');
  if (at < 1) return email;
  const domain = email.slice(at);
  const pieces = [
    ...email.slice(0, at).split(/(?=\.)/),
    ...(domain.length > LONG_DOMAIN ? domain.split(/(?=\.)/) : [domain]),
  ];
  return pieces.map((piece, index) => (
    <Fragment key={pieces.slice(0, index).join('')}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
