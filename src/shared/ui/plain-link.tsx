import { useRouter } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type PlainLinkProps = Omit<ComponentProps<'a'>, 'href' | 'onClick'> & {
  /** An address of this page. */
  href: string;
};

/**
 * A link in a list that is drawn again with every key stroke. The router's own Link listens to each change of the address
 * and works out its own again; dozens of them cost more than all else on a page.
 */
export function PlainLink({ href, children, ...props }: PlainLinkProps) {
  const router = useRouter();
  return (
    <a
      {...props}
      href={href}
      onClick={(event) => {
        // Another tab or window, or a download, opens by itself.
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        void router.navigate({ href });
      }}
    >
      {children}
    </a>
  );
}
