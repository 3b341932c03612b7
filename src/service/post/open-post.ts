/** The way out that the settings name; the others are not loaded. */
import { statSync } from 'node:fs';
import { backendOf } from '../../backends/backends.ts';
import { type Config, smtpPassword } from '../../config.ts';
import { ServiceError } from '../../errors.ts';
import { fileTrouble } from '../../files/file-trouble.ts';
import { readPlainFile } from '../../files/plain-file.ts';
import type { SmtpServer } from '../../messages/smtp.ts';
import type { WayOut } from '../../messages/way-out.ts';
import type { Post } from './post-parts.ts';

/** @throws OpenPasswordError, FileTroubleError */
export const openPost = async (config: Config): Promise<Post | undefined> => {
  const wayOut = await wayOutOf(config);
  const { from, replyTo } = config.messages;
  return (
    wayOut && {
      wayOut,
      ...(from && {
        from: { ...(from.name !== undefined && { name: from.name }), address: from.address },
      }),
      ...(replyTo !== undefined && { replyTo }),
    }
  );
};

const wayOutOf = async (config: Config): Promise<WayOut | undefined> => {
  const { messages } = config;
  switch (messages.by) {
    case 'off':
      return undefined;
    case 'outbox':
      return (await import('../../messages/outbox.ts')).openOutbox(messages.outbox);
    case 'smtp': {
      const server = smtpServerOf(messages);
      return server && (await import('../../messages/smtp.ts')).openSmtp(server);
    }
    case 'gmail':
      return backendOf(config).openMail?.();
  }
};

/** With its password; undefined where the settings name no server. */
export const smtpServerOf = ({ smtp }: Config['messages']): SmtpServer | undefined => {
  if (smtp === undefined) return undefined;
  const { host, port, tls, user, passwordFile } = smtp;
  const password = smtpPassword() ?? (passwordFile && passwordIn(passwordFile));
  return {
    host,
    port,
    tls,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
  };
};

/** Windows keeps its own lists of who may read a file. */
const passwordIn = (path: string): string => {
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new OpenPasswordError(path);
    return readPlainFile(path)
      .toString('utf8')
      .replace(/\r?\n$/, '');
  } catch (error) {
    throw fileTrouble(error, path) ?? error;
  }
};

/** Others than its owner may read the file that holds the password. */
class OpenPasswordError extends ServiceError {
  readonly code = 'password-readable';

  constructor(path: string) {
    super({
      what: `Others on this machine can read "${path}", which holds the password of the mail server.`,
      todo: `Make it yours alone, with "chmod 600" on Linux and macOS, and change the password if others may have seen it.`,
    });
  }
}
