/**
 * Discord's limits, in UTF-16 code units unless said otherwise, and our own that keep a reply calm.
 * @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 */
export const EMBED_TITLE = 256;
export const FIELD_NAME = 256;
export const FIELD_VALUE = 1_024;
export const CUSTOM_ID = 100;
export const BUTTON_LABEL = 80;
export const ROW_BUTTONS = 5;
export const SELECT_OPTIONS = 25;
export const SELECT_LABEL = 100;
export const SELECT_DESCRIPTION = 100;
export const SELECT_PLACEHOLDER = 150;
export const FORM_TITLE = 45;
export const FORM_LABEL = 45;
/** What a member may type into one place of a form. */
export const FORM_TEXT = 4_000;
export const CHOICES = 25;
export const CHOICE_NAME = 100;
export const CHOICE_VALUE = 100;
export const ATTACHMENT_DESCRIPTION = 1_024;
/** Bytes of one attachment. */
export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

/**
 * What one page of a reply may hold beside its title and description, sources counted: about three screens of a phone, and well under the
 * 6,000 that Discord allows over all embeds of a message.
 */
export const PAGE = 2_800;
/** Fields of values on a page; the rest of Discord's 25 is kept for the sources. */
export const PAGE_FIELDS = 18;
/** One item of a field with its marks; well under the field's limit. */
export const ITEM = 700;
/** The title of a document in the list of sources. */
export const SOURCE_TITLE = 100;
/** Its publisher and author. */
export const SOURCE_CREDIT = 60;
/** Others named beside a quote that print the same story; more are counted. */
export const ALSO_IN = 3;
/** All of them with their links. */
export const ALSO_IN_LINE = 250;
/** All that the list of sources says of one document. */
export const SOURCE_LINES = 600;
/** Items of a block before the other blocks have had their turn. */
export const FIRST_ITEMS = 6;
/** Citation marks on one item; the others are counted. */
export const ITEM_MARKS = 5;

/** The first page of a card is seen whole on a phone: a value, and the aim that is quoted. */
export const GLANCE_VALUE = 60;
export const GLANCE_AIM = 180;
