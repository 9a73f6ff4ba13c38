import { it } from 'vitest'
import { createMemoryBook, importInto } from './helpers.ts'
it('dbg', async () => {
  const book = createMemoryBook()
  await importInto(book, 'First name;Last name;Email;Company\nOna;Vasarė;a@x.example;UAB Medis\nJonas;;b@x.example;\n')
  const file = 'First name;Last name;Email;Phone;Company;Status;Tags;City;Notes;Job title\n;;b@x.example;8 612 00002;;Lead;a, b;Kaunas;one;Buyer\nJonas;;;8 612 00002;Šilo baldai;Lead;a, b;Kaunas;one;Buyer\nOna;Vasarė;a@x.example;+37061200001;UAB Medis;Lead;a, b;Kaunas;one;Buyer\n'
  for (let i = 0; i < 2; i++) {
    const r = await importInto(book, file, { chunk: 1 })
    for (const p of r.planned) process.stderr.write(JSON.stringify([p.row, p.outcome, p.id, p.matchedBy, p.problems, p.writes]) + '\n')
  }
})
