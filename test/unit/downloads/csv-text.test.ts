import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { csvHeader, csvRows } from '../../../src/downloads/csv-text.ts';
import { dataFileNames, dataFiles } from '../../../src/schema/data-files.ts';
import type { DataRow } from '../../../src/schema/data-files.ts';
import { parseDataFile } from '../../support/parse-data-file.ts';

/** The columns other people's programs read: never renamed, never reordered. */
const contract: Record<string, string> = {
  disclosures:
    'disclosure_id,unit_id,unit_name,region_code,region_name,supervising_department,year,kind,table_set,source_file,source_sha256,revenue_total_yuan,expenditure_total_yuan,basic_yuan,project_yuan,carryover_yuan,projects,indicators,findings_difference,url',
  lines: 'disclosure_id,table_id,row,code,name,name2,column,printed,amount_yuan,source_place',
  projects:
    'disclosure_id,project_id,name,form_name,phase,subject_code,total_yuan,general_yuan,fund_yuan,state_capital_yuan,special_account_yuan,unit_funds_yuan,form_whole_yuan,form_year_yuan,form_central_yuan,form_provincial_yuan,form_local_yuan,attribute,duration,documents,url',
  indicators:
    'disclosure_id,project_id,project_name,span,level1,level2,name,printed,comparator,number,unit,weight,actual,score,url',
  findings:
    'disclosure_id,check_id,result,table_id,place,left_label,left_yuan,right_label,right_yuan,difference_yuan,message,url',
  corrections:
    'disclosure_id,correction_id,scope,source_place,table_id,printed,replacement,reason,kind,evidence,corrected_on,url',
  regions:
    'region_code,name,short_name,level,parent_code,valid_from,valid_to,units,disclosures,url',
  subjects: 'subject_code,name,level,parent_code,printed_name,first_year,last_year,disclosures,url',
  documents:
    'document_id,number,number_printed,title,disclosure_id,project_id,form,field,source_place,url',
};

describe('csvHeader', () => {
  test.each(dataFileNames)('gives %s.csv the columns of the contract, in its order', (name) => {
    expect(csvHeader(dataFiles[name])).toBe(`${contract[name]}\r\n`);
  });
});

const line: DataRow = {
  disclosure_id: '990101-shili-2024-budget',
  table_id: 'projects-current',
  row: 1,
  code: null,
  name: '示例项目',
  name2: null,
  column: 'total',
  printed: '60.00',
  amount_yuan: '600000',
  source_place: 'L1C2',
};

describe('csvRows', () => {
  test('writes null as an empty field, quotes what must be quoted, guards formulas', () => {
    expect(csvRows(dataFiles.lines, [{ ...line, name: '=1,"二"' }])).toBe(
      `990101-shili-2024-budget,projects-current,1,,"'=1,""二""",,total,60.00,600000,L1C2\r\n`,
    );
  });

  test('leaves numbers as they are, negative ones too', () => {
    expect(csvRows(dataFiles.lines, [{ ...line, printed: '-60.00', amount_yuan: '-600000' }])).toBe(
      '990101-shili-2024-budget,projects-current,1,,示例项目,,total,-60.00,-600000,L1C2\r\n',
    );
  });

  test('refuses a row with a column too many or too few', () => {
    expect(() => csvRows(dataFiles.lines, [{ ...line, extra: '1' }])).toThrow(
      'lines.csv: Unexpected column extra',
    );
    expect(() => csvRows(dataFiles.lines, [{ disclosure_id: 'x' }])).toThrow(
      'lines.csv: Unexpected row without table_id',
    );
  });

  test('can be read back exactly, whatever the texts contain', () => {
    const text = fc.string({
      minLength: 1,
      unit: fc.constantFrom(
        '"',
        ',',
        '\n',
        '\r',
        '\r\n',
        '\t',
        ' ',
        "'",
        '=',
        '-',
        '@',
        '<b>',
        '示',
      ),
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (names) => {
        const rows = names.map((name) => ({ ...line, name }));
        const csv = csvHeader(dataFiles.lines) + csvRows(dataFiles.lines, rows);
        expect(parseDataFile(dataFiles.lines, csv)).toEqual(rows);
      }),
      { numRuns: 500, seed: 20240101 },
    );
  });
});
