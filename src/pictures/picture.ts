export interface Picture {
	png: Uint8Array;
	/** What the picture shows, at most 1,024 characters. */
	alt: string;
	/** Pixels. */
	width: number;
	height: number;
}
