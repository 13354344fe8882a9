import { describe, expect, it } from 'vitest';
import { findNames } from '../../../src/exercises/names/find-names.js';
import { exerciseKey, parseName, yearOf } from '../../../src/gazetteer/names.js';
import { createSeriesList } from '../../../src/gazetteer/series.js';

const namesIn = (text: string) => findNames(text).map(({ start, end }) => text.slice(start, end));

describe('names in a sentence', () => {
	it.each<[string, string[]]>([
		// a year behind
		['Russia began the Vostok-2018 manoeuvres on Tuesday.', ['Vostok-2018']],
		['About 50,000 troops took part in Vostok 2022, the ministry said.', ['Vostok 2022']],
		['The fleets met for Joint Sea-2025 and then sailed on a patrol.', ['Joint Sea-2025']],
		['The crews rehearsed for Granite Lynx 2024, a drill held every other year in Norway.', ['Granite Lynx 2024']],
		['Kyrgyzstan hosted the Boundary-2023 drills of the CSTO near Balykchy.', ['Boundary-2023']],
		['The Rubezh-2024 exercise took place in Kazakhstan.', ['Rubezh-2024']],
		['Forces from six nations joined exercise Obsidian Crane-2022 in the Baltic.', ['Obsidian Crane-2022']],
		['MALABAR-17 was larger than the exercises before it.', ['MALABAR-17']],
		["Cobra Gold '24 opened in Rayong with 30 nations.", ["Cobra Gold '24"]],
		['Cobra Gold ’24 opened in Rayong with 30 nations.', ['Cobra Gold ’24']],
		['Exercise Talisman Sabre 23 will be the largest drill yet.', ['Talisman Sabre 23']],
		['Red Flag-Alaska 24-1 is an exercise that trains aircrews.', ['Red Flag-Alaska 24-1']],
		['Joint Sword-2024A and Joint Sword-2024B were drills around Taiwan.', ['Joint Sword-2024A', 'Joint Sword-2024B']],
		['Taipei said the “Strait Thunder-2025A” drills were a provocation.', ['Strait Thunder-2025A']],
		['Balikatan 39-2024 saw 16,000 troops.', ['Balikatan 39-2024']],
		['Zapad-81 was the largest drill of the Soviet era.', ['Zapad-81']],
		['UNITAS LXV gathered navies from 24 nations for the exercise.', ['UNITAS LXV']],
		['The Shaheen-X air exercise ended in Xinjiang.', ['Shaheen-X']],
		['The Sea Guardian-3 naval exercise opened in Karachi.', ['Sea Guardian-3']],
		['Marines trained in KAMANDAG 7 off Palawan.', ['KAMANDAG 7']],
		['#RIMPAC2024 photographs show the exercise off Hawaii.', ['RIMPAC2024']],
		['Ships left Pearl Harbor as RIMPAC 2022 ended.', ['RIMPAC 2022']],
		['The Vostok-2018 and Tsentr-2019 strategic exercises were held in Russia.', ['Vostok-2018', 'Tsentr-2019']],
		[
			'The Amber Wolf-2021, Silent Heron-2022 and Copper Ridge-2023 drills all took place there.',
			['Amber Wolf-2021', 'Silent Heron-2022', 'Copper Ridge-2023'],
		],
		// quotation marks
		['The ships will take part in the "Ocean-2024" exercise.', ['Ocean-2024']],
		['China will join the strategic drills “Ocean-2024.”', ['Ocean-2024']],
		["The drills, titled 'North. Interaction-2023,' began on Thursday.", ['North. Interaction-2023']],
		['The drills, named ‘Northern/Interaction–2024’, began.', ['Northern/Interaction–2024']],
		['A joint drill dubbed "Steel Monsoon" opened near Karachi.', ['Steel Monsoon']],
		['Dubbed the "Marine Security Belt 2024", the drills were held in the Gulf of Oman.', ['Marine Security Belt 2024']],
		['The two navies finished the «Saffron Tide» exercise.', ['Saffron Tide']],
		['The exercise, “Golden Anvil”, will run until Friday.', ['Golden Anvil']],
		['In the north, exercises code-named “Winter Bastion” went on for a week.', ['Winter Bastion']],
		['The Kremlin said the "Union Shield-2023" drills were defensive.', ['Union Shield-2023']],
		['The drill was called “Shield of the Valiant-2020”.', ['Shield of the Valiant-2020']],
		['the annual “Defence of the Motherland” drills', ['Defence of the Motherland']],
		['учения «Северное/Взаимодействие-2023» начались в Японском море', ['Северное/Взаимодействие-2023']],
		['«Океан-2024» — крупнейшие учения за последние годы.', ['Океан-2024']],
		['учения «Стальной рубеж-2021» прошли на полигоне', ['Стальной рубеж-2021']],
		['中俄“北部·联合-2023”演习在日本海举行', ['北部·联合-2023']],
		['中俄“海上联合—2024”联合演习开幕', ['海上联合—2024']],
		['합동훈련 ‘프리덤 에지’가 시작됐다', ['프리덤 에지']],
		// exercise words beside it
		['Exercise Iron Lantern began in Kenya on Monday.', ['Iron Lantern']],
		['Troops of the brigade deployed on Exercise Northern Ember, which runs until June.', ['Northern Ember']],
		['The Northern Ember exercise runs until June.', ['Northern Ember']],
		['Poland is hosting the Amber Shield military drills.', ['Amber Shield']],
		['It followed the Crimson Falcon multinational live-fire exercise in May.', ['Crimson Falcon']],
		['Exercises Keen Sword and Keen Edge alternate each year.', ['Keen Sword', 'Keen Edge']],
		['Korea and the US will begin the Freedom Shield exercise on March 10.', ['Freedom Shield']],
		['They will hold the Ulchi Freedom Shield drills in August.', ['Ulchi Freedom Shield']],
		['Crews competed in the Aviadarts contest near Ryazan.', ['Aviadarts']],
		['The Tank Biathlon was won by Russia.', ['Tank Biathlon']],
		['The MALABAR series of exercises began in 1992.', ['MALABAR']],
		['EXERCISE KAKADU 2022 STARTS IN DARWIN', ['KAKADU 2022']],
		['The Tsentr strategic exercises followed in September.', ['Tsentr']],
		['Ex Ajeya Warrior 2023 was held at Salisbury Plain.', ['Ajeya Warrior 2023']],
		['War games Zapad-2021 alarmed its neighbours.', ['Zapad-2021']],
		['Operation Nanook continued in the Arctic.', ['Operation Nanook']],
		['British instructors train recruits under Operation Interflex.', ['Operation Interflex']],
		['The first, Sea Lantern I, was held off the cape after the Sea Lantern exercise was agreed on.', ['Sea Lantern I', 'Sea Lantern']],
		['The army will hold its Zolfaqar 1402 war game on the coast.', ['Zolfaqar 1402']],
		['Linked exercises:\nDragon 21 – Poland, 3 to 14 May\nQuadriga 2021 – Germany, in June', ['Dragon 21', 'Quadriga 2021']],
		['The exercise was followed by Operation Bahrain.', ['Operation Bahrain']],
		['Anakonda 2018 (ANDA18) is an exercise.', ['Anakonda 2018', 'ANDA18']],
		// a year behind, in an article on exercises
		['The drills ended.\nGranite Lynx 2024 involves nine ships.\nIt is a drill at sea.\nNo exercise is larger.', ['Granite Lynx 2024']],
		['Sweden’s Aurora 23 put 20,000 people in the field. The exercise ended.', ['Aurora 23']],
		['The army called up reservists for Anakonda-23. The exercise ended.', ['Anakonda-23']],
		['The drill ended. The ninth AMAN drew more ships than the exercise before.', ['AMAN']],
		['MILAN, the largest of these exercises, was held in February.', ['MILAN']],
		['Vikings were a people. The Dragon 2024 Conference was on exercises.', []],
		['The tables of the exercise:\nOcean\n10/07', []],
		['The exercises ended. Navy Day 2024 is on Friday. The drill and the war game went on.', []],
		// names that end as other things do
		['Rescuers trained in Exercise Frost Bridge, on a fjord.', ['Frost Bridge']],
		['This is the control room of Reef Guard, a table-top and cyber exercise.', ['Reef Guard']],
		['The Frost Bridge is closed. The exercise goes on.', []],
		['According to the Eastern Command, the exercise went on.', []],
		['Notably, the air and naval exercise went on.', []],
		['A destroyer fired a Mark 54 exercise torpedo.', []],
		// naming verbs
		['The 12-day training, dubbed Stone Rampart, follows the drill of May.', ['Stone Rampart']],
		['The exercise goes on. The side event, called Silent Heron, lasted three days.', ['Silent Heron']],
		['They are at it again in something called **Brisk-Otter 25**. The exercise ends soon.', ['Brisk-Otter 25']],
		['The exercise goes on. The launcher, known as the Grindle, stays.', []],
		['China announced joint drills with Russia, titled North-Joint 2024, for this month.', ['North-Joint 2024']],
		['These drills, known as Azure Dragon, will take place off Hainan.', ['Azure Dragon']],
		['The exercise, codenamed Basalt Fist, involved 4,000 troops.', ['Basalt Fist']],
		['Known as Granite Spear, the exercise tests the alliance every spring.', ['Granite Spear']],
		['The navies held their first trilateral exercise under the name Sapphire Compass.', ['Sapphire Compass']],
		// appositions
		['RIMPAC 2010, the Rim of the Pacific Exercise, began in June.', ['RIMPAC 2010', 'Rim of the Pacific Exercise']],
		['Emerald Trident, an annual maritime exercise, ended on Sunday.', ['Emerald Trident']],
		['Silver Talon is a biennial exercise of the two air forces.', ['Silver Talon']],
		['BALTOPS, the premier maritime exercise in the Baltic region, began in Rostock.', ['BALTOPS']],
		['The 2024 edition of BALTOPS started in Klaipeda.', ['BALTOPS']],
		// translations
		['The Union Shield (Shchit Soyuza) exercise was held in Kaliningrad.', ['Union Shield', 'Shchit Soyuza']],
		['Russia started the Okean-2024 (Ocean-2024) exercise.', ['Okean-2024', 'Ocean-2024']],
		['The Zapad (West) exercise cycle goes back to the Cold War.', ['Zapad', 'West']],
		['The “Northern/Interaction” (北部·联合) drill began.', ['Northern/Interaction', '北部·联合']],
		['Its Stalnoy Rubezh-2021 (Steel Frontier-2021) drills were small.', ['Stalnoy Rubezh-2021', 'Steel Frontier-2021']],
		// bare
		['Observers of the Zapad drew conclusions about command and control.', ['Zapad']],
		['The navies will meet again during Malabar in October.', ['Malabar']],
		['Wartime Zapad 2025 Exercise', ['Zapad 2025']],
		['China and Russia Launch North-Joint 2024 Drills Near Japan', ['North-Joint 2024']],
		['Dubbed the "Naval Security Belt Combined War Game 202," the drills ended.', ['Naval Security Belt Combined War Game 202']],
	])('%s', (text, names) => {
		expect(namesIn(text)).toEqual(names);
	});
});

describe('no names', () => {
	it.each([
		'According to Petrosyan, the drills will be held at four ranges.',
		'“It went well,” said Capt. Ronald Weller, the exercise control group director.',
		'Themed “Joint Answer to Harbour Threats”, the exercise has two phases.',
		'Ships of both navies held a passage exercise (PASSEX) off the port.',
		'China and Russia held joint military exercises in the Sea of Japan in July.',
		'Russian MoD announces 9 international drills in 2023',
		'Military Objectives of Joint Exercises',
		'China, Russia to launch military drills in Sea of Japan',
		'South Africa, China, Russia start joint naval exercises',
		'The USS Ronald Reagan and HMAS Stuart sailed to the drills.',
		'The destroyer Admiral Panteleyev and the frigate Marshal Shaposhnikov joined the exercise.',
		'Two Tu-95 bombers and four Su-35 fighters flew in the exercise with an H-6.',
		'The largest destroyer, the Type 055, led the flotilla to the drills.',
		'The exercise was organised by the Northern Theater Command and the Pacific Fleet.',
		'The Indo-Pacific Strategy, QUAD and AUKUS exercises of diplomacy continue.',
		'The PLA Navy and the U.S. Marine Corps exercises were separate.',
		'In September 2022 the two countries agreed to hold exercises.',
		'Covid-19 stopped the exercises of 2020.',
		'The film “Red Dawn” was shown after the drills.',
		'The submarine “Orel” sank during the exercise.',
		'“This joint exercise is aimed at deepening cooperation,” the ministry said.',
		'Moscow proclaimed a "no limits" partnership before the drills.',
		'The Global Times said the drills were routine.',
		'The Conventional Armed Forces in Europe Treaty limits such exercises.',
		'The Vienna Document 2011 requires notice of exercises.',
		'The exercises Vladimir Putin ordered began at dawn.',
		'Kim Jong Un watched the artillery drills.',
		'The Vostok battlegroup and the Zapad group of forces were moved to the front.',
		'Fighters of the Vostok Battalion were seen in Donetsk.',
		'A rocket left the Vostochny cosmodrome.',
		'Chefs in Milan praised the aurora and the ocean.',
		'The Pacific Ocean drills were the fifth this year.',
		'NATO exercises in Poland drew thousands of troops.',
		'Previous exercises were held in Russia. Joint drills followed.',
		'Lukashenko’s exercises worried Warsaw.',
		'The 16 Air Assault Brigade exercise took place in Ukraine.',
		'Collective Security Treaty Organisation (CSTO) drills were held in Belarus.',
		'The Islamic Revolution Guards Corps (IRGC) drills began in the Persian Gulf.',
		'Gen. Mark Milley, the commander of the exercise, welcomed them.',
		'The drone, dubbed Sea Hunter, was shown to the press before the drills.',
		'Troops fired Javelin missiles and Tomahawk missiles in the drill.',
		'The company named its missile Zircon; the drill was delayed.',
		'A spokesman for the Joint Staff Office said the exercise had ended.',
		'Exercise caution when reading such reports.',
		'Defence Minister Linda Reynolds said the exercise brought partners together.',
		'Republic of Korea Navy and United States Navy drills',
		'The Paris Olympics 2024 were guarded like a military exercise.',
		'The Black Sea exercises and the Taiwan Strait drills were unrelated.',
		'Malabar Coast fishermen watched the drills.',
		'The Baltic and Barents Sea drills of the Northern Fleet',
		'Project 22350 frigates and Kilo-class submarines took part in the exercises.',
		'Zhou Bo, a former Senior Colonel, spoke of the exercises.',
		'On Monday Tokyo protested against the exercise.',
		'The Center for a Secure Free Society (SFS) reported joint military drills in Latin America.',
	])('%s', (text) => {
		expect(namesIn(text)).toEqual([]);
	});
});

describe('names that no list holds', () => {
	const series = createSeriesList([]);
	it.each<[string, string[]]>([
		['The ministry said the Kavkaz-2020 drills were held in four seas.', ['Kavkaz-2020']],
		['About 50,000 troops took part in Vostok 2022, the ministry said.', ['Vostok 2022']],
		['China announced joint drills with Russia, titled North-Joint 2024, for this month.', ['North-Joint 2024']],
		['NATO will begin its annual nuclear deterrence exercise, Steadfast Noon, on Monday.', ['Steadfast Noon']],
		['A multinational exercise named Locked Shields will bring them together.', ['Locked Shields']],
		['The Union Shield (Shchit Soyuza) exercise was held in Kaliningrad.', ['Union Shield', 'Shchit Soyuza']],
		['The fifth edition of the ‘Mitra Shakti’ joint exercise began in Pune.', ['Mitra Shakti']],
		['Exercises Keen Sword and Keen Edge alternate each year.', ['Keen Sword', 'Keen Edge']],
		['EXERCISE KAKADU 2022 STARTS IN DARWIN THIS WEEK', ['KAKADU 2022']],
		['China and Russia Launch North-Joint 2024 Drills Near Japan', ['North-Joint 2024']],
		['Iron Wolf, the annual exercise, ended. Observers had seen Iron Wolf before.', ['Iron Wolf', 'Iron Wolf']],
		['Visitors came to the Army-2024 International Forum, not to the exercise.', []],
		['He spoke at the Shangri-La Dialogue 2024 of the exercises.', []],
		['After the exercise, Vladimir Putin, who watched, flew home.', []],
	])('%s', (text, names) => {
		expect(findNames(text, undefined, { series }).map(({ start, end }) => text.slice(start, end))).toEqual(names);
	});

	it('are found among the files of a folder of the user’s own', () => {
		const own = createSeriesList([
			{
				id: 'quiet-fjord',
				name: 'Quiet Fjord',
				aliases: ['Stille Fjord'],
				ordinaryAliases: [],
				native: {},
				ordinary: false,
				numbered: false,
				kind: 'exercise',
				usually: [],
			},
		]);
		const [name] = findNames('Ships left for Stille Fjord.', undefined, { series: own });
		expect(name).toMatchObject({ series: { id: 'quiet-fjord' }, key: 'stille fjord' });
	});
});

describe('what a mention says', () => {
	it.each([
		['Vostok-2018 drills', { key: 'vostok', year: 2018, yearBasis: 'from the name', form: 'listed', quoted: false, wholeSeries: false }],
		['the “MALABAR-17” exercise', { key: 'malabar', year: 2017, yearBasis: 'from the name', quoted: true }],
		['The 2024 edition of BALTOPS began.', { key: 'baltops', year: 2024, yearBasis: 'stated' }],
		['The alliance’s large manoeuvres of 2024, Steadfast Defender, began.', { key: 'steadfast defender', year: 2024, yearBasis: 'stated' }],
		['the 2021 Indestructible Brotherhood military exercise', { year: 2021, yearBasis: 'stated' }],
		['the 2021 navy-led Iron Wolf exercise', { key: 'iron wolf', year: 2021, yearBasis: 'stated' }],
		['It grew out of the June 2024 Exercise Iron Wolf.', { year: 2024, yearBasis: 'stated' }],
		['BALTOPS LII (2023) was hosted by Poland.', { key: 'baltops', year: 2023, yearBasis: 'stated' }],
		['It was held off Kiel in 2022 and Exercise Iron Wolf was not.', { year: null }],
		['an exercise codenamed “KAKADU” 2018', { year: 2018, yearBasis: 'stated' }],
		['The Rim of the Pacific (RIMPAC) 2022 drills', { year: 2022, yearBasis: 'stated', series: { id: 'rimpac' } }],
		['The MALABAR series of exercises', { year: null, yearBasis: null, wholeSeries: true }],
		['UNITAS LXV, a naval exercise', { year: null, edition: '65' }],
		['Great Prophet 17 drills', { year: null, edition: '17' }],
		['Exercise KAMANDAG 08-24', { year: 2024, edition: '8' }],
		['the Joint Sword-2024B drills', { year: 2024, edition: 'b' }],
		[
			'Dubbed the "Naval Security Belt Combined War Game 202," the drills',
			{ year: null, key: 'naval security belt', series: { id: 'maritime-security-belt' } },
		],
		['training under Operation Interflex', { kind: 'operation', key: 'operation interflex', form: 'prefix' }],
		['the Aviadarts contest', { kind: 'competition', series: { id: 'aviadarts' } }],
	])('%s', (text, said) => {
		expect(findNames(text)[0]).toMatchObject(said);
	});

	it('ties a translation to its name', () => {
		const [name, translation] = findNames('The Union Shield-2023 (Shchit Soyuza-2023) exercise');
		expect(name?.sameAs).toBeNull();
		expect(translation).toMatchObject({ sameAs: name?.start, series: { id: 'union-shield' } });
	});

	it('stays inside the span, with offsets into the whole text', () => {
		const text = 'Vostok 2018 was large. Vostok 2022 was smaller. Zapad 2025 came last.';
		const names = findNames(text, { start: 23, end: 47 });
		expect(names.map(({ start, end }) => text.slice(start, end))).toEqual(['Vostok 2022']);
	});

	it.each([
		['who hosted vostok 2022?', ['vostok 2022']],
		['what is talisman sabre', ['talisman sabre']],
		['where were the ocean 2024 drills', ['ocean 2024']],
		['which ocean is the deepest', []],
	])('finds listed names in lower case when asked to: %s', (text, names) => {
		expect(namesIn(text)).toEqual([]);
		expect(findNames(text, undefined, { anyCase: true }).map(({ start, end }) => text.slice(start, end))).toEqual(names);
	});

	it('finds a name again where nothing stands beside it', () => {
		expect(namesIn('Exercise Granite Spear began on Monday. The weather was bad. “Granite Spear tests us all,” the colonel said.')).toEqual(
			['Granite Spear', 'Granite Spear'],
		);
	});
});

describe('a name taken apart', () => {
	it.each([
		['North. Interaction-2023', 'north interaction', 2023],
		['North/Interaction 23', 'north interaction', 2023],
		['NORTH–INTERACTION ’23', 'north interaction', 2023],
		['Exercise Cobra Gold 24', 'cobra gold', 2024],
		['RIMPAC2010', 'rimpac', 2010],
		['Zapad-81', 'zapad', 1981],
		['the Peace Mission counterterrorism exercises', 'peace mission', null],
		['Anadolu Kartalı', 'anadolu kartali', null],
		['Северное/Взаимодействие-2024', 'северное взаимодеиствие', 2024],
		['Vostok', 'vostok', null],
		['MALINDO JAYA 26/22', 'malindo jaya', 2022],
	])('%s', (name, key, year) => {
		expect(exerciseKey(name)).toBe(key);
		expect(yearOf(name)).toBe(year);
	});

	it('keeps a year that the text cut short, as printed', () => {
		expect(parseName('Naval Security Belt Combined War Game 202')).toMatchObject({
			key: 'naval security belt',
			year: null,
			cutYear: '202',
		});
	});
});
