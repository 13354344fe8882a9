/** Writes numbers and texts close together: small numbers take one byte (LEB128). */
export class Packer {
	private bytes = Buffer.alloc(1_024);
	private length = 0;

	number(value: number): this {
		this.makeRoom(10);
		let rest = value;
		while (rest >= 0x80) {
			this.bytes[this.length++] = (rest % 0x80) + 0x80;
			rest = Math.floor(rest / 0x80);
		}
		this.bytes[this.length++] = rest;
		return this;
	}

	fraction(value: number): this {
		this.makeRoom(8);
		this.length = this.bytes.writeDoubleLE(value, this.length);
		return this;
	}

	text(value: string): this {
		return this.block(Buffer.from(value, 'utf8'));
	}

	/** Bytes with their length before them. */
	block(value: Uint8Array): this {
		this.number(value.length);
		this.makeRoom(value.length);
		this.bytes.set(value, this.length);
		this.length += value.length;
		return this;
	}

	/** What was written since the last call. */
	take(): Uint8Array {
		const taken = Uint8Array.prototype.slice.call(this.bytes, 0, this.length);
		this.length = 0;
		return taken;
	}

	private makeRoom(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const larger = Buffer.alloc((this.length + more) * 2);
		larger.set(this.bytes);
		this.bytes = larger;
	}
}

/** Reads what a `Packer` has written, in the same order. */
export class Unpacker {
	private at = 0;

	constructor(private readonly bytes: Buffer) {}

	/** @throws RangeError behind the end */
	number(): number {
		let value = 0;
		for (let factor = 1; ; factor *= 0x80) {
			const byte = this.bytes[this.at++];
			if (byte === undefined) throw new RangeError('The bytes end too early');
			if (byte < 0x80) return value + byte * factor;
			value += (byte - 0x80) * factor;
		}
	}

	fraction(): number {
		this.at += 8;
		return this.bytes.readDoubleLE(this.at - 8);
	}

	text(): string {
		return this.block().toString('utf8');
	}

	/** Not copied: a view of the bytes that are read. */
	block(): Buffer {
		const length = this.number();
		if (this.at + length > this.bytes.length) throw new RangeError('The bytes end too early');
		this.at += length;
		return this.bytes.subarray(this.at - length, this.at);
	}
}
