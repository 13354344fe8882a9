/** What a member tried cannot be sent: Discord's own client would not let them. The message is a sentence for the member. */
export class NotPossible extends Error {}
