/** Every kind of message, in the order in which Pengaturan names them. */
import type { MessageKind } from '../message-kind.ts';
import { receipt } from './receipt.ts';

export const messageKinds: readonly MessageKind[] = [receipt];
