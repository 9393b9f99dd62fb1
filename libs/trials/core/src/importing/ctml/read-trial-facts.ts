import type { Site, Trial, TrialStatus } from '../../language/trial.js';
import { asList, isMapping, lookUp, type Member } from './read-members.js';
import type { Reading } from './reading.js';
import { readPhase, trialStatusWords } from './trial-vocabulary.js';
import { entriesIn, namesIn, textIn, textsIn } from './trial-text.js';

type Members = ReadonlyMap<string, Member>;
type TrialFacts = Omit<Trial, 'arms' | 'eligibility'>;

/** What a CTML says of the trial beside who may take part. */
export function readTrialFacts(
  members: Members,
  retrievedOn: string,
  reading: Reading,
): TrialFacts | undefined {
  const id = idOf(members);
  if (id === undefined) {
    reading.refuse('MISSING', '', 'The trial has no number.', 'Give nct_id or protocol_no.');
    return;
  }
  const titles = ['long_title', 'title', 'short_title', 'nickname'].flatMap(
    (key) => textIn(members, key) ?? [],
  );
  if (titles[0] === undefined) reading.remark('The trial has no title; its number stands for it.');
  const phase = phaseOf(members, reading);
  const sponsor = sponsorOf(members);
  const sites = sitesOf(members, reading);
  const conditions = conditionsOf(members);
  const note = noteOf(members, titles.slice(1));
  return {
    id,
    title: titles[0] ?? id,
    ...(phase === undefined ? {} : { phase }),
    ...(sponsor === undefined ? {} : { sponsor }),
    status: statusOf(members, reading),
    statusOn: dateIn(textIn(members, 'last_updated')) ?? retrievedOn,
    source: { kind: 'local', reference: `CTML ${textIn(members, 'protocol_no') ?? id}`, retrievedOn },
    ...(sites.length === 0 ? {} : { sites }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(note === '' ? {} : { note }),
  };
}

/** The registry's number, or else the first of the local ones. Templates write `NA`, `0` and nothing where none is known. */
function idOf(members: Members): string | undefined {
  const numbers = ['nct_id', 'trial_id', 'protocol_no', 'protocol_ids', 'protocol_id'].flatMap((key) =>
    textsIn(members.get(key)?.value),
  );
  const real = numbers.filter((text) => !/^(?:n\/?a|0|none|unknown)$/i.test(text));
  return real.find((text) => /^NCT\d{8}$/.test(text)) ?? real[0];
}

function phaseOf(members: Members, reading: Reading) {
  const texts = textsIn(members.get('phase')?.value);
  if (texts.length === 0) return undefined;
  const phase = readPhase(texts.join('/'));
  if (phase === undefined) reading.remark(`The phase «${texts.join('/')}» is none that is known here.`);
  return phase;
}

/** As the second engine: the summary's status before the trial's own. None given is not taken as open. */
function statusOf(members: Members, reading: Reading): TrialStatus {
  const summary = members.get('_summary')?.value;
  const own = textIn(members, 'status');
  const summarised = isMapping(summary)
    ? asList(summary.status).flatMap((entry) => textsIn(isMapping(entry) ? entry.value : entry))[0]
    : undefined;
  const text = summarised ?? own;
  if (text === undefined) {
    reading.remark('The trial says nothing of its status, which is unknown and not taken as open.');
    return 'unknown';
  }
  const status = statusIn(text, reading);
  if (own !== undefined && summarised !== undefined && statusIn(own, reading) !== status)
    reading.remark(
      `The status is «${summarised}» by the summary, «${own}» by the trial; the summary counts.`,
    );
  return status;
}

function statusIn(text: string, reading: Reading): TrialStatus {
  const status = lookUp(text, trialStatusWords);
  if (status === undefined)
    reading.remark(`The status «${text}» is none that is known here and was read as unknown.`);
  return status ?? 'unknown';
}

function sponsorOf(members: Members): string | undefined {
  const sponsors = entriesIn(members.get('sponsor_list')?.value, 'sponsor');
  const principal = sponsors.find((one) => /^y/i.test(textsIn(one.is_principal_sponsor)[0] ?? ''));
  return textsIn((principal ?? sponsors[0])?.sponsor_name)[0];
}

function sitesOf(members: Members, reading: Reading): readonly Site[] {
  const ids = new Map<string, number>();
  return entriesIn(members.get('site_list')?.value, 'site').flatMap((site) => {
    const name = textsIn(site.site_name)[0];
    if (name === undefined) return [];
    const count = (ids.get(name) ?? 0) + 1;
    ids.set(name, count);
    const status = textsIn(site.site_status)[0];
    return [
      {
        id: count === 1 ? name : `${name} (${String(count)})`,
        name,
        ...(status === undefined ? {} : { status: statusIn(status, reading) }),
      },
    ];
  });
}

/** Drugs and diseases as listed, for finding and showing; nct2ctml leaves the registry's `Drug: ` before a name. */
const conditionsOf = (members: Members): readonly string[] => [
  ...new Set([
    ...namesIn(members.get('disease_site_list')?.value, 'disease_site', 'disease_site_name'),
    ...namesIn(members.get('drug_list')?.value, 'drug', 'drug_name').map((name) =>
      name.replace(
        /^(?:drug|biological|device|procedure|radiation|combination product|genetic|other):\s*/i,
        '',
      ),
    ),
  ]),
];

/** Labels a reader may look for; neither engine matches by them. */
const noteOf = (members: Members, otherTitles: readonly string[]): string =>
  [
    ...otherTitles.map((title) => `Also: ${title}.`),
    ...textsIn(members.get('age')?.value).map((age) => `Age group as listed: ${age}.`),
    ...textsIn(members.get('stage')?.value).map((stage) => `Stage as listed: ${stage}.`),
  ].join(' ');

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `2026-07-06`, or `October 26, 2018`. */
function dateIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (iso !== undefined) return iso;
  const [, month = '', day = '', year = ''] = /^([A-Za-z]+) (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  const number = months.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
