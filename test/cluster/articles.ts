import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Articles that tell of made-up exercises, so many files as wanted, always the same ones: for folders larger than
 * anybody would write. An exercise is told of in a few of them, as in a news agency's archive.
 */
export async function writeArticles(folder: string, wanted: number, from = 0): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (let number = from; number < from + wanted; number++) {
		await writeFile(join(folder, `${String(number).padStart(7, '0')}.txt`), articleOf(number));
	}
}

const firstWords = 'Amber Cedar Copper Granite Ivory Juniper Maple Onyx Pewter Quartz Russet Silver Slate Tawny Umber Walnut'.split(' ');
const secondWords = 'Badger Crane Falcon Gannet Heron Ibis Kestrel Lynx Marten Osprey Otter Petrel Raven Stoat Tern Wren'.split(' ');
const countries = 'Norway Japan India Poland Sweden Italy Greece Chile Canada Thailand Kenya Brazil'.split(' ');
const places = ['the Baltic Sea', 'the Sea of Japan', 'the Black Sea', 'the Norwegian Sea', 'the Sea of Okhotsk', 'the Gulf of Oman'];
const months = 'January February March April May June July August September October November December'.split(' ');
const aims = ['mine clearance', 'air defence', 'search and rescue', 'amphibious landing', 'convoy escort', 'submarine hunting'];
/** Articles that tell of one exercise. */
const told = 4;

const oneOf = <Item>(list: readonly Item[], number: number): Item | string => list[number % list.length] ?? '';

export function articleOf(number: number): string {
	const exercise = Math.floor(number / told);
	const year = 2030 + (exercise % 10);
	const name = `${oneOf(firstWords, exercise)} ${oneOf(secondWords, Math.floor(exercise / 16))}`;
	const [host, guest] = [oneOf(countries, exercise), oneOf(countries, exercise * 5 + 7 + (number % told))];
	const month = oneOf(months, exercise * 7);
	const day = 1 + (exercise % 20);
	const place = oneOf(places, exercise);
	return [
		`Published: ${year}-01-${String(10 + (number % told)).padStart(2, '0')}`,
		'',
		`${host} to hold ${name} ${year} in ${place}`,
		'',
		`${host} will host the exercise ${name} ${year} in ${place} from ${day} to ${day + 5} ${month} ${year}, the defence ministry said.`,
		'',
		`The navies of ${host} and ${guest} will take part with ${3 + (exercise % 9)} ships and ${200 + (number % 70) * 10} troops.`,
		'',
		`The aim of ${name} ${year} is to practise ${oneOf(aims, exercise)}, a spokesman said in report number ${number}.`,
		'',
	].join('\n');
}
