/**
 * The service standard, line by line: what it asks, where the rule lives, the test that shows it, and how the rule is taken
 * out to see that the test bites. `src/STANDARD.md` is printed from this; `npm run bench -- standard-mutants` takes each out.
 */
export interface Clause {
  /** As the standard numbers it; of its explanations, what they are about. */
  readonly clause: string;
  readonly asks: string;
  /** The file that holds the rule. */
  readonly lives: string;
  /** The test's file, and part of its name. */
  readonly shownBy: readonly [file: string, name: string];
  /** A piece of `lives` that stands there once, and what makes the rule not hold. */
  readonly takenOut: readonly [from: string, to: string];
}

export const clauses: readonly Clause[] = [
  {
    clause: 'A.1 Permohonan',
    asks: 'every answer of the form is read, and all that is wrong is said at once',
    lives: 'src/core/reading/read-answers.ts',
    shownBy: ['test/core/reading/read-request.test.ts', ''],
    takenOut: [
      "required('requesterName', 'Tulis nama lengkap pemohon.', row)",
      'answerOf(cells.requesterName)',
    ],
  },
  {
    clause: 'A.2.1 Diterima',
    asks: 'a ticket for ever, when it was received, and the suspicion of a duplicate',
    lives: 'src/core/rules/flag-duplicates.ts',
    shownBy: ['test/core/rules/flag-duplicates.test.ts', ''],
    takenOut: ['byLetter.get(letter)', 'undefined'],
  },
  {
    clause: 'A.2.2 Koordinasi pemohon',
    asks: 'coordination is logged, and an open question pauses the clock',
    lives: 'src/core/clock/clock-pauses.ts',
    shownBy: ['test/core/rules/keep-service-clock.test.ts', ''],
    takenOut: ["    stretches(moments, { begins: 'asked', ends: 'answered' }),\n", ''],
  },
  {
    clause: 'A.2.3 Koordinasi jaringan',
    asks: 'a state of its own, waived with a reason and never skipped in silence',
    lives: 'src/core/rules/settle-state.ts',
    shownBy: ['test/core/rules/settle-state.test.ts', 'never skips the network in silence'],
    takenOut: ['  if (staff.network === undefined) {', '  if (staff.network === null) {'],
  },
  {
    clause: 'A.2.4 Pengecekan alat dan lokasi',
    asks: 'equipment is reserved for the hours of the event',
    lives: 'src/core/assignment/equipment-orders.ts',
    shownBy: ['test/core/rules/reserve-equipment.test.ts', 'gives what is scarce at one time'],
    takenOut: [': stock.count(key) - usedDuring(store, order, key);', ': stock.count(key);'],
  },
  {
    clause: 'A.2.5 Kekurangan alat',
    asks: 'what is lacking is listed with its reason for the requester, and blocks nothing',
    lives: 'src/core/rules/reserve-equipment.ts',
    shownBy: [
      'test/core/rules/reserve-equipment.test.ts',
      'says what the requester brings and why',
    ],
    takenOut: ['return missing > 0 && isKnown\n', 'return missing > 9 && isKnown\n'],
  },
  {
    clause: 'A.2.6 Persiapan teknis',
    asks: 'system test, participants and platform are three named checks',
    lives: 'src/core/rules/settle-state.ts',
    shownBy: ['test/core/rules/settle-state.test.ts', 'follows the row from complete to ready'],
    takenOut: [
      'const technical = [staff.systemTested, staff.participantsConfigured, staff.platformSet];',
      'const technical: readonly boolean[] = [];',
    ],
  },
  {
    clause: 'A.2.7 Kendala',
    asks: '"tidak ada kendala" is printed only where staff confirmed it and the log agrees',
    lives: 'src/core/rules/collect-report-facts.ts',
    shownBy: ['test/core/rules/collect-report-facts.test.ts', 'believes "tidak ada kendala" only'],
    takenOut: ['    ...missingIncidents(subject, incidents),\n', ''],
  },
  {
    clause: 'A.2.8 Laporan dan rekap',
    asks: 'leader, officers, place, day and recording stand in the report, or it stays Draf',
    lives: 'src/core/rules/collect-report-facts.ts',
    shownBy: [
      'test/core/rules/collect-report-facts.test.ts',
      'names everything that is still to be',
    ],
    takenOut: ['    ...missingPeople(subject),\n', ''],
  },
  {
    clause: 'A.3 Waktu layanan',
    asks: '24 hours after the request is complete',
    lives: 'src/core/clock/service-clock.ts',
    shownBy: [
      'test/core/clock/service-clock.test.ts',
      'is due after the promised hours by the wall',
    ],
    takenOut: ['length: serviceHours * hourMs', 'length: (serviceHours + 1) * hourMs'],
  },
  {
    clause: 'A.4 Gratis',
    asks: 'free of charge, and who was asked for money is heard: pungutan',
    lives: 'src/core/reading/registers/complaints.ts',
    shownBy: ['test/core/reading/complaint-kind.test.ts', ''],
    takenOut: [
      "  if (/\\b(?:pungutan|pungli|biaya|bayar|uang)\\b/.test(folded)) return 'pungutan';\n",
      '',
    ],
  },
  {
    clause: 'A.5 Produk layanan',
    asks: 'licences are a pool with a capacity each, as many meetings at a time as one hosts',
    lives: 'src/core/rules/allocate-licences.ts',
    shownBy: ['test/core/rules/allocate-licences.test.ts', 'says when no licence is large enough'],
    takenOut: ['licence.active && licence.capacity >= participantsOf(meeting)', 'licence.active'],
  },
  {
    clause: 'A.6 Pengaduan',
    asks: 'a number, a kind, a handler, an answer and its closing; also without a name',
    lives: 'src/core/rows/complaint-number.ts',
    shownBy: ['test/core/rows/number-complaints.test.ts', ''],
    takenOut: ['String(highest(year) + 1)', 'String(highest(year))'],
  },
  {
    clause: 'C.1 Dasar hukum',
    asks: 'the laws are a list of the workbook, printed as staff keep it',
    lives: 'src/core/reading/registers/legal-basis.ts',
    shownBy: ['test/core/reading/read-desk.test.ts', 'the legal basis'],
    takenOut: ['    return [text];\n', '    return [];\n'],
  },
  {
    clause: 'D Sarana',
    asks: 'eleven facilities; Internet is a capacity that all may use',
    lives: 'src/core/assignment/equipment-orders.ts',
    shownBy: ['test/core/rules/reserve-equipment.test.ts', ''],
    takenOut: ["new Set(['internet'])", 'new Set()'],
  },
  {
    clause: 'E Kompetensi',
    asks: 'every event is led by somebody who can run the video-conference application',
    lives: 'src/core/assignment/roster.ts',
    shownBy: ['test/core/rules/assign-officers.test.ts', ''],
    takenOut: [
      "  if (!officer.competences.includes('video-conference')) return 'aplikasi video conference';\n",
      '',
    ],
  },
  {
    clause: 'F Pengawasan',
    asks: 'checked, then approved, by name and day, each for what the document said then',
    lives: 'src/core/approval/settle-approval.ts',
    shownBy: ['test/service/approvals.test.ts', 'prints nobody who signed before it could be read'],
    takenOut: ["return given === '' ? 'unread' : 'changed';", 'return undefined;'],
  },
  {
    clause: 'G Pelaksana',
    asks: 'three officers, one to lead and two where it is hybrid or streamed, nobody in two places',
    lives: 'src/core/assignment/duty.ts',
    shownBy: ['test/core/rules/assign-officers.test.ts', ''],
    takenOut: [
      "wantsSupport: answers.streaming || answers.serviceKind === 'link-and-operator',",
      'wantsSupport: false,',
    ],
  },
  {
    clause: 'H Jaminan peralatan',
    asks: 'readiness is what was delivered of what was asked for of list D',
    lives: 'src/core/figures/readiness.ts',
    shownBy: ['test/core/figures/figures.test.ts', 'measure readiness'],
    takenOut: ['Math.min(wished, provided)', 'wished'],
  },
  {
    clause: 'I Kerahasiaan',
    asks: 'topic, link and recording of a confidential event go no further than they must',
    lives: 'src/core/rules/limit-disclosure.ts',
    shownBy: ['test/core/rules/limit-disclosure.test.ts', ''],
    takenOut: ["publicTopic: 'Kegiatan rahasia'", 'publicTopic: topic'],
  },
  {
    clause: 'J Evaluasi tahunan',
    asks: 'improvement actions that are open are carried over to the next year',
    lives: 'src/documents/kinds/yearly-evaluation.ts',
    shownBy: [
      'test/documents/kinds/recap-and-evaluation.test.ts',
      'carries over what earlier years left open',
    ],
    takenOut: ["return state !== 'selesai' || ", 'return '],
  },
  {
    clause: 'Jam: dari lengkap sampai dikonfirmasi',
    asks: 'the clock runs from completeness, not from the form',
    lives: 'src/core/clock/clock-start.ts',
    shownBy: ['test/core/rules/keep-service-clock.test.ts', ''],
    takenOut: [
      "return moments.find(({ kind }) => kind === 'completed')?.at;",
      "return moments.find(({ kind }) => kind === 'received')?.at;",
    ],
  },
  {
    clause: 'Jam: 24 jam dinding',
    asks: 'the wall counts unless the setting says office hours',
    lives: 'src/core/clock/service-clock.ts',
    shownBy: ['test/core/clock/service-clock.test.ts', 'office hours when these count'],
    takenOut: ["clock === 'wall' ? wallTime : officeTime(calendar)", 'wallTime'],
  },
  {
    clause: 'Jam: jeda',
    asks: 'missing answers pause it',
    lives: 'src/core/clock/clock-pauses.ts',
    shownBy: ['test/core/rules/keep-service-clock.test.ts', ''],
    takenOut: ["    stretches(moments, { begins: 'incomplete', ends: 'completed' }),\n", ''],
  },
  {
    clause: 'Jam: mendadak',
    asks: 'an event sooner than 24 hours is due before its preparation',
    lives: 'src/core/rules/keep-service-clock.ts',
    shownBy: ['test/core/rules/keep-service-clock.test.ts', ''],
    takenOut: ['? { ...promise, cap } : promise', '? promise : promise'],
  },
  {
    clause: 'Jam: entri susulan',
    asks: 'what was entered after the event has no figure',
    lives: 'src/core/rules/keep-service-clock.ts',
    shownBy: ['test/core/rules/keep-service-clock.test.ts', ''],
    takenOut: ["  if (isLateEntry(subject)) return noFigure('late-entry');\n", ''],
  },
  {
    clause: 'Jam: jadwal baru',
    asks: 'a new day or place is a new clock, and the old one stays on record',
    lives: 'src/core/clock/clock-start.ts',
    shownBy: ['test/core/rules/keep-service-clock.test.ts', ''],
    takenOut: ["latestMoment(moments, ['rescheduled'])", 'latestMoment(moments, [])'],
  },
  {
    clause: 'Jam: satu kalimat',
    asks: 'every figure is explained in one sentence, from recorded moments',
    lives: 'src/core/rules/word-service-clock.ts',
    shownBy: ['test/core/rules/keep-service-clock.test.ts', ''],
    takenOut: ["? ['terpenuhi']", "? ['selesai']"],
  },
  {
    clause: 'Keadaan: urutan',
    asks: 'from Diajukan to Ditutup, and the four ways out of it',
    lives: 'src/core/rules/settle-state.ts',
    shownBy: ['test/core/rules/settle-state.test.ts', 'follows the row from complete to ready'],
    takenOut: [
      "settled('Dikoordinasikan', 'Koordinasi sudah dicatat; belum dikonfirmasi.')",
      "settled('Diterima', 'Koordinasi sudah dicatat; belum dikonfirmasi.')",
    ],
  },
  {
    clause: 'Keadaan: tangan petugas',
    asks: 'a state set by hand stands until the cell is emptied',
    lives: 'src/core/rules/settle-state.ts',
    shownBy: ['test/core/rules/settle-state.test.ts', 'lets a state set by hand stand'],
    takenOut: ['byHand ? { is: byHand, because } : byFacts', 'byFacts'],
  },
  {
    clause: 'Keadaan: Ditutup',
    asks: 'needs A.2.8 whole, or a reason',
    lives: 'src/core/rules/settle-state.ts',
    shownBy: [
      'test/core/rules/settle-state.test.ts',
      'closes an event when its report has every fact',
    ],
    takenOut: [
      'return subject.decided.reportFacts?.complete\n',
      'return subject.decided.reportFacts\n',
    ],
  },
  {
    clause: 'Kebiasaan: WITA',
    asks: '"Senin, 23 November 2026", "pukul 09.00 s.d. selesai", in the zone of the office',
    lives: 'src/core/clock/event-time.ts',
    shownBy: ['test/core/clock/event-time.test.ts', ''],
    takenOut: ['s.d. selesai`)', 's.d. -`)'],
  },
  {
    clause: 'Kebiasaan: jam dan hari yang diketik',
    asks: '"setengah 10", "jam 9 pagi", "10.00 WIB" are understood; what is unsure is asked',
    lives: 'src/core/reading/clock-words.ts',
    shownBy: ['test/core/reading/read-times.test.ts', ''],
    takenOut: ['shift: -30', 'shift: 30'],
  },
  {
    clause: 'Kebiasaan: angka, NIP, nama',
    asks: 'a NIP is printed 8-6-1-3, and a list of people never splits at a degree',
    lives: 'src/core/reading/read-nip.ts',
    shownBy: ['test/core/reading/small-readers.test.ts', ''],
    takenOut: ["'$1 $2 $3 $4'", "'$1$2$3$4'"],
  },
  {
    clause: 'Kebiasaan: jam kerja',
    asks: 'Perpres 21/2023: the break of an hour, on Friday of ninety minutes, and its own end',
    lives: 'src/core/clock/office-time.ts',
    shownBy: ['test/core/clock/office-time.test.ts', 'gives Friday its longer break'],
    takenOut: ['isFriday ? hours.breakMinutesFriday : hours.breakMinutes', 'hours.breakMinutes'],
  },
  {
    clause: 'Kebiasaan: hari libur',
    asks: 'holidays and cuti bersama of a tab that staff edit are no working days',
    lives: 'src/core/clock/office-time.ts',
    shownBy: ['test/core/clock/office-time.test.ts', 'counts nothing on week-ends and holidays'],
    takenOut: [' && !holidays.has(dayText(day))', ''],
  },
  {
    clause: 'Kebiasaan: kepuasan (IKM)',
    asks: 'Permenpan RB 14/2017: nine elements, times 25, rounded once',
    lives: 'src/core/figures/satisfaction.ts',
    shownBy: ['test/core/figures/satisfaction.test.ts', ''],
    takenOut: ['if (index >= 76.61)', 'if (index >= 76.1)'],
  },
  {
    clause: 'Kebiasaan: SRIKANDI',
    asks: 'tokens of the e-office stay as they are in letters',
    lives: 'scripts/templates/word/shortage-notice.ts',
    shownBy: ['test/templates/office-tokens.test.ts', ''],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the e-office's token
    takenOut: ["labelled('Nomor', '${nomor_naskah}')", "labelled('Nomor', '{{nomor}}')"],
  },
];
