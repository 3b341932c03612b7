/** A process that is killed at any of its effects: what it did stays, and what it was about to do does not happen. */
import type { Ledger } from '../../../src/ledger/ledger.ts';
import type { WayOut } from '../../../src/messages/way-out.ts';

export class Killed extends Error {}

export class Mortality {
  isDead = false;
  /** Effects until the process is killed, and whether before or after that one. */
  death: { left: number; readonly after: boolean } | undefined;

  private async effect<T>(work: () => Promise<T>): Promise<T> {
    if (this.isDead) throw new Killed();
    const { death } = this;
    if (death === undefined || death.left > 0) {
      if (death) death.left -= 1;
      return work();
    }
    if (death.after) await work();
    this.isDead = true;
    throw new Killed();
  }

  ledger(ledger: Ledger): Ledger {
    const { post } = ledger;
    return {
      ...ledger,
      commit: (...change) => this.effect(() => ledger.commit(...change)),
      confirm: (written) => this.effect(() => ledger.confirm(written)),
      remember: (...word) => this.effect(() => ledger.remember(...word)),
      post: {
        ...post,
        freeze: (...mail) => this.effect(() => post.freeze(...mail)),
        attempt: (...mail) => this.effect(() => post.attempt(...mail)),
        answer: (...mail) => this.effect(() => post.answer(...mail)),
        giveUp: (...mail) => this.effect(() => post.giveUp(...mail)),
        dropMailBefore: (before) => this.effect(() => post.dropMailBefore(before)),
      },
    };
  }

  way(way: WayOut, isFull: () => boolean): WayOut {
    return {
      ...way,
      send: async (dispatch) =>
        isFull() ? { kind: 'paused', why: 'disk penuh' } : this.effect(() => way.send(dispatch)),
      settle: (open) => this.effect(() => way.settle(open)),
    };
  }
}
