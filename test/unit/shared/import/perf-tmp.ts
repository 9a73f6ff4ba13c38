const jobs: (() => Promise<void>)[] = []
const it = (n: string, f: () => Promise<void>) => jobs.push(f)
import { createMemoryBook, importInto } from './helpers.ts'
const N = 6000
const cpu = () => process.cpuUsage().user / 1000
const head = 'First name,Last name,Company,Job title,Email,Second email,Phone,Mobile phone,Website,Street,Postal code,City,Country,Birthday,Language,Industry,Status,Source,Tags,Notes'
const given = ['Ona','Jonas','Eva','Rasa','Tomas','Greta','Lukas','Ieva','Paulius','Agnė']
const rows = Array.from({length:N},(_,i)=>`${given[i%10]}${i%97},Fam${i%3001},Firm ${i%1000},Buyer,p${i}@example.com,${i}@home.example,+3706${String(1000000+i)},+3705${String(1000000+i)},https://s${i}.example,Oak street ${i%300},LT-${10000+i%80000},Vilnius,LT,1980-01-${String(1+i%28).padStart(2,'0')},lt,Retail,Lead,Fair,a;b,note ${i}`)
const text = [head,...rows].join('\n')
for (const findLikely of [false, true])
  it(`takes ${findLikely}`, async () => {
    const book = createMemoryBook()
    let t = cpu()
    const r = await importInto(book, text, { findLikely, chunk: 500 })
    process.stderr.write(JSON.stringify([findLikely, 'first', Math.round(cpu() - t), r.made, r.outcomes.filter(o=>o==='created').length, r.planned.filter(p=>p.likely.length>0).length]) + '\n')
    t = cpu()
    const again = await importInto(book, text, { findLikely, chunk: 500 })
    process.stderr.write(JSON.stringify([findLikely, 'again', Math.round(cpu() - t), new Set(again.outcomes)]) + '\n')
  }, 600000)
await jobs[Number(process.argv[2] ?? 0)]!()
