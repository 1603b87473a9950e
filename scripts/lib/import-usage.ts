/** What `npm run import -- --help` prints. */
export const importUsage = `npm run import -- [options] <file or folder…>

Reads published budgets (PDF, DOCX, XLSX, XLS, HTML, text) and writes a record of each below
content/disclosures/. A file that cannot be read without guessing is refused and changes nothing;
the others are imported. A file whose bytes are imported already is passed over, so the same command
goes on where an interrupted one stopped.

What the document does not say
  --unit <name or id>    name of the unit, or id of a unit in content/units.json
  --year <year>          budget year
  --kind <kind>          budget (预算) or final-accounts (决算); by itself the tables tell
  --region <code>        six-digit code of its division
  --ask, --no-ask        ask for these three where they are missing; by default on a terminal only

What is kept about the source
  --title, --publisher, --url <text>
  --fetched-on <date>    day it was fetched, yyyy-mm-dd
  --keep-original        keep the file itself as public/originals/<sha256>.<ending>; refused when it
                         prints names, telephones or ID numbers of persons
  --original-checked     a person has looked at it: it may be published as it is
  --with-prose           keep the narrative sections in the record

What is written
  --draft                write to content/drafts/, which no build reads; see npm run accept
  --replace              write records that exist again
  --reason <text> --on <date>   why and when a published record is replaced
  --all-or-none          write nothing when one file is refused
  --dry-run              write nothing
  --content <folder>     default: content
  --public <folder>      default: the folder public beside the content folder

How
  --jobs <n>             files read at once; default: the number of cores
  --wait                 wait while another import writes to the same folder
  --report <folder>      write a page on each document: every amount beside its place
  --json                 print the outcome as one JSON value, and nothing else
  -h, --help             print this

Exit codes
  0    everything was imported, passed over, or only tried (--dry-run)
  1    a file was refused, the command line is wrong, or another import is at work
  130  stopped with Ctrl-C; the same command goes on`;
