import { gazetteer } from '../gazetteer/gazetteer.js';
import { placeNamed } from '../gazetteer/place-search.js';
import type { Library } from '../library.js';
import { matchingPlaces } from '../place-summaries.js';
import type { Change } from './changes.js';
import type { Connection } from './connection.js';
import type { Generation } from './generation.js';
import { type CorpusStatistics, corpusStatistics, searchPassages } from './search-passages.js';
import type { View } from './view.js';

const passagesAtMost = 50;

/** A library whose passages, documents and exercises are on a cluster. */
export function clusterLibrary(connection: Connection, { indices }: Generation, view: View, { problems }: Change): Library {
	let asked: Promise<CorpusStatistics> | undefined;
	/** As it was when the first question came after this change: what fails is asked for again. */
	const corpus = () => {
		asked ??= corpusStatistics(connection, indices.passages).catch((error: unknown) => {
			asked = undefined;
			throw error;
		});
		return asked;
	};
	return {
		reading: async () => null,
		async search(query, limit = passagesAtMost) {
			const hits = await searchPassages(connection, indices.passages, { question: query, limit, corpus: await corpus() });
			// Whoever searches reads the documents next: they come in one request. What has changed in this moment is no
			// hit of what it is now.
			const documents = await view.documents(hits.map(({ passage }) => passage.documentId));
			const isThere = ({ passage, version }: (typeof hits)[number]) => documents.get(passage.documentId)?.version === version;
			return hits.filter(isThere).map(({ passage, score }) => ({ passage, score }));
		},
		document: async (key) => (await view.documents([key])).get(key) ?? view.documentOf(key),
		documents: (limit) => view.summaries(limit),
		problems: async () => problems,
		exercise: (id) => view.exercise(id),
		entries: async () => view.entries,
		exercises: (which = {}) => view.exercises(view.fitting(which)),
		async resolve(name) {
			const { exercise, ...resolved } = view.resolver().resolve(name);
			return { ...resolved, exercise: exercise ? ((await view.exercise(exercise.id)) ?? null) : null };
		},
		suggest: async (typed, limit) => view.resolver().suggest(typed, limit),
		place: async (name) => gazetteer.place(name) ?? placeNamed(name),
		places: async (typed = '', limit = Number.POSITIVE_INFINITY) => matchingPlaces(view.places(), typed).slice(0, limit),
	};
}
