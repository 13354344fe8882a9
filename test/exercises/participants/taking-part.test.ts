import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../../src/exercises/exercise.js';
import { recordsOf, values } from '../corpus.js';

/** What is read of Iron Heron 2031 when the sentences follow its opening. */
async function told(...sentences: readonly string[]): Promise<Exercise> {
	const [exercise] = await recordsOf(`Exercise Iron Heron 2031 began in the Skagerrak on 5 May 2031. ${sentences.join(' ')}`);
	if (!exercise) throw new Error('The exercise was not found');
	return exercise;
}

const participants = async (...sentences: readonly string[]) => values((await told(...sentences)).participants).toSorted();

describe('who takes part', () => {
	test.each([
		['Fourteen nations, including Denmark, Estonia and Latvia, are taking part.', ['Denmark', 'Estonia', 'Latvia']],
		['The exercise brings together troops from Poland, Lithuania and Romania.', ['Lithuania', 'Poland', 'Romania']],
		['Canada, Iceland and Ireland are among the participants.', ['Canada', 'Iceland', 'Ireland']],
		['The other participants are Spain, Italy and Greece.', ['Greece', 'Italy', 'Spain']],
		['Participants: Chile, Peru, Ecuador.', ['Chile', 'Ecuador', 'Peru']],
		['Participating countries: Kenya; Uganda; Rwanda.', ['Kenya', 'Rwanda', 'Uganda']],
		['Kenya sent 200 soldiers, and Uganda deployed a field hospital.', ['Kenya', 'Uganda']],
		['The Danish, Dutch and Belgian navies are contributing minehunters.', ['Belgium', 'Denmark', 'Netherlands']],
		['They were joined by contingents from Fiji and Tonga.', ['Fiji', 'Tonga']],
		['Marines from Brazil and Uruguay came ashore before dawn.', ['Brazil', 'Uruguay']],
		[
			'The frigates FGS Hessen, HNLMS Evertsen and ESPS Almirante Juan de Borbon sailed in the first wave.',
			['Germany', 'Netherlands', 'Spain'],
		],
		[
			'Five countries take part for the first time: Oman, Qatar, Kuwait, Bahrain and Jordan.',
			['Bahrain', 'Jordan', 'Kuwait', 'Oman', 'Qatar'],
		],
		['Personnel from the armed forces of India, Nepal and Bhutan trained together.', ['Bhutan', 'India', 'Nepal']],
		['Warships and aircraft of Thailand, Vietnam and Malaysia shall join in the second week.', ['Malaysia', 'Thailand', 'Vietnam']],
		['Sweden, which joined the alliance in 2024, has sent a submarine.', ['Sweden']],
		['Italy is represented by the frigate Bergamini.', ['Italy']],
		['Singapore and Brunei have confirmed their participation.', ['Brunei', 'Singapore']],
		['In the drills, Japan will work together with Australia and New Zealand.', ['Australia', 'Japan', 'New Zealand']],
		['The exercise involves 3,000 Turkish soldiers, a Greek frigate and Bulgarian jets.', ['Bulgaria', 'Greece', 'Turkey']],
		['Taking part alongside the hosts are Ghana, Togo and Benin.', ['Benin', 'Ghana', 'Togo']],
		['Forces taking part come from Egypt, Jordan and Morocco.', ['Egypt', 'Jordan', 'Morocco']],
		['Finnish and Estonian paratroopers jumped over the range, while Latvian gunners fired live rounds.', ['Estonia', 'Finland', 'Latvia']],
		['The exercise, hosted by the Pakistan Navy, features ships of China and Oman.', ['China', 'Oman', 'Pakistan']],
		['Troops of the host nation, Romania, are joined by Moldovan and Ukrainian engineers.', ['Moldova', 'Romania', 'Ukraine']],
		['Soldiers from Ghana, alongside counterparts from Togo, trained in first aid.', ['Ghana', 'Togo']],
		['Also participating are Oman and Qatar.', ['Oman', 'Qatar']],
		['Taking part are: Cyprus; Malta; Greece.', ['Cyprus', 'Greece', 'Malta']],
		['Nigeria, Cameroon, and Chad have all sent troops; Niger stayed away.', ['Cameroon', 'Chad', 'Nigeria']],
		['The Indonesian contingent, led by Colonel Adi, counts 120 soldiers.', ['Indonesia']],
		['French pilots will fly Mirage jets and British Royal Marines will land by boat.', ['France', 'United Kingdom']],
		['More than 20 countries, among them Japan, South Korea and Singapore, sent ships.', ['Japan', 'Singapore', 'South Korea']],
	])('%s', async (sentence, expected) => {
		expect(await participants(sentence)).toEqual(expected);
	});

	test('a fact sheet: participants, observers, the host', async () => {
		const sheet = await told('\n\n- Participants: Malta, Greece\n- Observers: Turkey, Egypt\n- Host: Cyprus');
		expect(values(sheet.participants).toSorted()).toEqual(['Cyprus', 'Greece', 'Malta']);
		expect(values(sheet.organiser)).toEqual(['Cyprus']);
	});

	test('those who answer it do not take part, those whom it answers neither', async () => {
		const [exercise] = await recordsOf(
			'South Korea and the United States launched Exercise Iron Heron 2031 on 5 May 2031 in response to missile tests by North Korea.',
		);
		expect(values(exercise?.participants ?? []).toSorted()).toEqual(['South Korea', 'United States']);
	});

	test.each([
		'Russia and Belarus criticised the exercise.',
		'Russian ships shadowed the fleet.',
		'A Russian frigate followed the ships for two days.',
		'India and Jordan were invited but declined.',
		'Spain did not take part this year.',
		'Hungary will not participate, its defence minister said.',
		'Brazil, Kenya and Egypt sent observers.',
		'Observers from Chile and Peru watched the landing.',
		'Ukraine sent two officers to watch.',
		'China dispatched a survey ship to monitor the exercise.',
		'The exercise is a response to threats from Iran and North Korea.',
		'Germany hosted the previous edition.',
		'It was first held in 2009 between Poland and Ukraine.',
		'Japan and South Korea took part in the summit in Madrid.',
		'The troops practised defending an island near Finland and Russia.',
		'If Turkey joined, the exercise would grow, analysts say.',
		'Mexico withdrew from the exercise in April.',
		'The US embassy in Oslo said the exercise was routine.',
		'Neither Serbia nor Bosnia will take part.',
		'Serbia has suspended its participation.',
		'Russia deployed missiles near the border in response.',
		'Two Russian bombers flew near the area of the exercise.',
		'NATO jets scrambled from Estonia and Lithuania to intercept Russian aircraft.',
		'The exercise will not include forces from Israel.',
		'The scenario assumes an attack by Russia and Belarus.',
		'Russian officials said they would take part in the talks in Geneva.',
	])('nobody in: %s', async (sentence) => {
		expect(await participants(sentence)).toEqual([]);
	});
});

describe('who hosts', () => {
	test.each([
		['The exercise is hosted by the Royal Danish Navy.', ['Royal Danish Navy']],
		['Norway, this year’s host, sent 2,000 soldiers to the exercise.', ['Norway']],
		['It is planned by the staff of Allied Maritime Command, which leads the exercise.', ['Allied Maritime Command']],
		['Led by: Joint Force Command Brunssum.', ['Joint Force Command Brunssum']],
	])('%s', async (sentence, expected) => {
		expect(values((await told(sentence)).organiser)).toEqual(expected);
	});
});

describe('what it is for', () => {
	test.each([
		['The exercise is meant to check the readiness of reserves.', 'the readiness of reserves'],
		['A spokesman said it was designed to test air defences.', 'test air defences'],
		['The exercise would help the navies clear mines faster.', 'the navies clear mines faster'],
		['It adds that the goal is to “keep the straits open”.', 'keep the straits open'],
		['The exercise offers the crews an opportunity to practise boarding.', 'practise boarding'],
	])('%s', async (sentence, expected) => {
		expect(values((await told(sentence)).aims).join()).toContain(expected);
	});

	test('what a motto aims at is not the aim', async () => {
		expect(values((await told('The motto of the exercise is “One Sea”, which aims to sound friendly.')).aims)).toEqual([]);
	});
});

describe('three or more in one breath', () => {
	test.each([
		['Alongside in the harbour lie guests of all sizes: Chile, Peru and Ecuador.', ['Chile', 'Ecuador', 'Peru']],
		['Besides the hosts they are Kenya, Uganda and Rwanda.', ['Kenya', 'Rwanda', 'Uganda']],
		['The Fijian, Tongan and Samoan contingents share a kitchen.', ['Fiji', 'Samoa', 'Tonga']],
		['Chile, Peru and Ecuador stayed away.', []],
		['Nine nations were invited to watch. Chile, Peru and Ecuador were among them.', []],
		['The gas comes through pipes in Chile, Peru and Ecuador.', []],
		['Chile, Peru and Ecuador condemned it.', []],
		['The neighbours, Chile, Peru and Ecuador, have a treaty of their own.', []],
		['Chile, Peru and Ecuador said they were content.', []],
	])('%s', async (sentence, expected) => {
		expect(await participants(sentence)).toEqual(expected);
	});
});

test('a series of one country has that country in it, by the series list', async () => {
	const [tsentr] = await recordsOf('Tsentr 2031 began on 5 May 2031 near Orenburg.');
	expect(tsentr?.participants).toMatchObject([{ value: 'Russia', basis: 'from the series list' }]);
});

test('what one document states is not taken from the series list as well', async () => {
	const [tsentr] = await recordsOf(
		'Tsentr 2031 began on 5 May 2031 near Orenburg.',
		'Russia sent 9,000 soldiers to Tsentr 2031.',
		'Tsentr 2031 ended on 9 May 2031 near Orenburg.',
	);
	expect(tsentr?.participants.map(({ value, basis }) => [value, basis])).toEqual([['Russia', 'stated']]);
});

describe('its own forces', () => {
	test.each([
		['The prize went to a joint team from Fiji and Tonga.', ['Fiji', 'Tonga']],
		['The opening of Iron Heron 2031 put Chilean and Peruvian ships in one line.', ['Chile', 'Peru']],
		['The Danes have been holding the exercise in the same sea for years.', ['Denmark']],
		['The Chilean Navy followed the group with the frigate Williams. Peruvian frigates led the line.', ['Peru']],
	])('%s', async (sentence, expected) => {
		expect(await participants(sentence)).toEqual(expected);
	});
});

describe('whose it is', () => {
	const organiser = async (sentence: string) => values((await told(sentence)).organiser);

	test.each([
		['Norway is running Iron Heron 2031 for the third time.', ['Norway']],
		['Norway moved 4,000 soldiers north under its own exercise, Iron Heron 2031.', ['Norway']],
		["It is NATO's own Iron Heron 2031 that opens the season.", ['NATO']],
		["It was Iron Heron 2031 that Norway's armed forces were running.", ['Norway']],
		['He hopes that Norway runs on as it did during Iron Heron 2031.', []],
		['Norway and Sweden held Iron Heron 2031 together.', []],
	])('%s', async (sentence, expected) => {
		expect(await organiser(sentence)).toEqual(expected);
	});

	test("'What the exercise …' goes on about the exercise", async () => {
		expect(await participants('What the exercise lacked in size it made up in noise. Chile sent a band.')).toEqual(['Chile']);
	});
});
