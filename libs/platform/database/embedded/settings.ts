/** Settings of the server by name, as in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string>>;

const DEFAULTS: ServerSettings = {
  max_connections: '200',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The server's log must never hold a person's data, and the text of a refused statement may: the client hears of it.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** The command line's settings. Those of the last lines are what keeps a server without passwords closed. */
export const settingArguments = (socketFolder: string, overrides: ServerSettings): string[] =>
  Object.entries({
    ...DEFAULTS,
    ...overrides,
    logging_collector: 'off',
    port: '5432',
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
