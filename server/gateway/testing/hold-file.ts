import Libsql from 'libsql';

/** Holds the write lock on a SQLite file as another program does, such as a backup. @returns how to let go. */
export function holdFile(file: string): () => void {
  const other = new Libsql(file);
  other.exec('pragma busy_timeout = 5000');
  other.exec('begin immediate');
  return () => {
    other.exec('commit');
    other.close();
  };
}
