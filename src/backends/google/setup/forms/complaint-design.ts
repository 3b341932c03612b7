/** The form for complaints, suggestions and remarks: clause A.6 of the service standard. Nobody has to give a name. */
import { complaintTab } from '../../../../core/columns/complaint-tab.ts';
import {
  type Asked,
  type AskedField,
  choicesOf,
  type FormDesign,
  itemsOf,
  long,
  oneOf,
  questionsOf,
  short,
} from './form-design.ts';

const asked: Readonly<Record<AskedField<typeof complaintTab>, Asked>> = {
  ticket: {
    as: short,
    help: 'Diisi apabila menyangkut satu kegiatan, misalnya VC-2026-0123. Boleh dikosongkan.',
  },
  name: {
    as: short,
    help: 'Boleh dikosongkan. Pengaduan tanpa nama tetap kami tindak lanjuti.',
  },
  contact: {
    as: short,
    help: 'Nomor WhatsApp atau email, apabila Bapak/Ibu ingin dihubungi. Boleh dikosongkan.',
  },
  kind: {
    as: oneOf(choicesOf(complaintTab, 'kind')),
    required: true,
    help: 'Pilih "pungutan" apabila ada yang meminta bayaran. Layanan ini gratis.',
  },
  text: {
    as: long,
    required: true,
    help: 'Apa yang terjadi, kapan, dan di mana.',
  },
};

const questions = questionsOf(complaintTab, asked);

export const complaintDesign: FormDesign = {
  kind: 'complaint',
  tab: complaintTab,
  title: 'Pengaduan, Saran, dan Masukan Layanan Video Conference',
  description:
    'Formulir ini digunakan untuk menyampaikan pengaduan, saran, atau masukan mengenai fasilitasi video conference oleh Tim Kerja Persandian. Layanan ini GRATIS dan tidak dipungut biaya apa pun; apabila ada yang meminta bayaran, laporkan melalui formulir ini. Setiap pengaduan dicatat dan ditindaklanjuti.',
  confirmation:
    'Terima kasih. Pengaduan, saran, atau masukan Bapak/Ibu telah kami terima dan akan kami tindak lanjuti.',
  goesTo: 'whoever complains or suggests',
  emails: 'DO_NOT_COLLECT',
  questions,
  items: itemsOf(questions),
};
