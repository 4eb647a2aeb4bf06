import { noop, useMutation } from '@tanstack/react-query';
import { type DefaultValues, type FieldValues, type Path, type Resolver, useForm } from 'react-hook-form';
import { HttpError } from '#shared/api/errors.ts';

interface ActionOptions<Values extends FieldValues, Answer> {
  resolver: Resolver<Values>;
  defaultValues: Values & DefaultValues<Values>;
  act: (values: Values) => Promise<Answer>;
  onDone?: (answer: Answer) => void | Promise<void>;
  /** What the form holds once it is done; without it, it is emptied. */
  keep?: (answer: Answer) => Values;
}

/** A form that does one thing once, such as signing in: spread `frame` onto an ActionForm. */
export function useAction<Values extends FieldValues, Answer>(options: ActionOptions<Values, Answer>) {
  const { resolver, defaultValues, act, onDone, keep } = options;
  const { control, handleSubmit, setError, setFocus, reset } = useForm<Values>({ defaultValues, resolver });
  const fields = Object.keys(defaultValues) as Path<Values>[];
  const action = useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      await onDone?.(answer);
      reset(keep?.(answer));
    },
    onError: (failure) => {
      for (const [field, message] of faultsOf(failure, fields)) setError(field, { type: 'server', message });
    },
    // Passwords are not kept once they were sent.
    gcTime: 0,
  });
  const isSaidOnFields = action.error !== null && faultsOf(action.error, fields).length > 0;
  return {
    control,
    setFocus,
    frame: {
      // What went wrong is in `error`.
      onSubmit: () => handleSubmit((values) => action.mutateAsync(values).catch(noop))(),
      isPending: action.isPending,
      isDone: action.isSuccess,
      error: isSaidOnFields ? null : action.error,
    },
  };
}

/** What the gateway says about single fields of this form. */
function faultsOf<Name extends string>(failure: Error, fields: readonly Name[]): [Name, string][] {
  const said = failure instanceof HttpError ? (failure.body.fields ?? {}) : {};
  return fields.flatMap((field): [Name, string][] => {
    const message = said[field];
    return message === undefined ? [] : [[field, message]];
  });
}
