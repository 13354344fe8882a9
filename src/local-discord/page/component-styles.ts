import {
	DiscordAuthorInfo,
	DiscordCommand,
	DiscordEmbed,
	DiscordEmbedDescription,
	DiscordEmbedFields,
	DiscordEmbedFooter,
	DiscordFileAttachment,
	DiscordLink,
	DiscordMessage,
	DiscordReply,
	DiscordVerifiedAuthorTag,
} from '@skyra/discord-components-core';

/**
 * The components bring the colours of one year's Discord and measures for wide screens. These sheets lay the page's own variables (which
 * reach into shadow roots) over them, so that light, dark and phone width are decided in one place: styles/theme.css.
 */
function overlay(component: { elementStyles: (CSSStyleSheet | unknown)[] }, css: string): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	component.elementStyles.push(sheet);
}

const FONT = 'font-family: inherit !important;';

overlay(
	DiscordMessage,
	`:host { color: var(--text); ${FONT} font-size: 1rem; margin: 0 !important; padding: var(--message-gap, 2px) var(--gutter) 2px !important; }
	:host(:hover) { background-color: var(--hover); }
	:host([ephemeral]) { background-color: var(--private); }
	:host([ephemeral]:hover) { background-color: var(--private-hover); }
	:host([highlight]), :host([highlight]:hover) { background-color: var(--mentioned); }
	.discord-message-content { min-width: 0; line-height: 1.375rem; padding-top: 0; }
	.discord-message-timestamp { color: var(--muted) !important; font-size: 0.75rem; margin-left: 4px; }
	.discord-message-body-only-indent { flex: 0 0 var(--indent); width: var(--indent); margin: 0; font-size: 0.6875rem; }
	.discord-author-avatar { margin-right: 16px; margin-top: 2px; }
	.discord-author-avatar img { cursor: default; background: var(--raised); }
	.discord-message-ephemeral, .discord-message-edited { color: var(--muted) !important; }
	.discord-message-inner-center { align-items: flex-start; }
	.discord-message-ephemeral { display: none; }`,
);

overlay(
	DiscordAuthorInfo,
	`:host .discord-author-username { color: var(--heading) !important; } :host .discord-author-username:hover { cursor: default; text-decoration: none; }`,
);

overlay(DiscordVerifiedAuthorTag, `:host .discord-application-tag { border-radius: 4px; font-weight: 600; }`);

const REFERENCE = `:host { color: var(--soft); ${FONT} margin: 0 0 4px var(--indent); white-space: nowrap; overflow: hidden; user-select: text; gap: 0 4px; padding-top: 4px; }
	:host::before { border-color: var(--line) !important; }
	.discord-replied-message-avatar { margin-right: 0; background: var(--raised); }
	.discord-replied-message-username { color: var(--heading) !important; opacity: 0.8; margin-right: 0; }
	.discord-replied-message-username:hover { text-decoration: none; cursor: default; }
	.discord-replied-message-content { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; cursor: inherit; }
	.discord-replied-message-content-icon { flex: none; }`;

overlay(DiscordReply, `${REFERENCE} :host { overflow: visible; } .discord-replied-message-content { max-width: 60vw; }`);
overlay(
	DiscordCommand,
	`${REFERENCE} :host { overflow: visible; }
	:host .discord-slash-command-name, :host .discord-slash-command-name:hover { color: var(--link) !important; background-color: var(--command); }
	:host .discord-context-command-name { color: var(--link) !important; opacity: 1; }`,
);

overlay(
	DiscordEmbed,
	`:host { color: var(--text); margin: 4px 0; font-size: 0.875rem; max-width: 520px; }
	:host .discord-left-border { background-color: var(--line); }
	:host .discord-embed-root { flex: 1 1 auto; }
	:host .discord-embed-wrapper { background-color: var(--embed); border: 1px solid var(--embed-line); border-left: 0; width: 100%; justify-self: stretch; }
	:host .discord-embed-wrapper .discord-embed-grid { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding: 2px 16px 16px 12px; }`,
);
overlay(DiscordEmbedDescription, `:host { font-size: 0.875rem; line-height: 1.25rem; overflow-wrap: anywhere; }`);
overlay(DiscordEmbedFields, `:host { grid-column: 1 / -1; grid-template-columns: repeat(12, minmax(0, 1fr)); }`);
overlay(
	DiscordEmbedFooter,
	`:host, :host([light-theme]) { color: var(--soft); grid-column: 1 / -1; font-weight: 500; } :host .discord-footer-separator { color: inherit; }`,
);

overlay(
	DiscordFileAttachment,
	`.discord-file-attachment-mosaic-style { background-color: var(--embed) !important; border: 1px solid var(--embed-line) !important; width: min(432px, 100%) !important; padding: 12px; }
	.discord-file-attachment-metadata { color: var(--muted); }
	.discord-button-download-attachment { display: block; top: 50%; right: 12px; transform: translateY(-50%); background: none; }
	.discord-link-download-attachment { color: var(--soft); }
	.discord-file-attachment-non-visual-media-item { width: 432px; }
	.discord-file-attachment-inner { padding-right: 40px; }`,
);

overlay(DiscordLink, `:host, :host a, a { color: var(--link) !important; }`);
