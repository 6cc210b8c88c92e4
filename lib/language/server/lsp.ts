import * as z from '../../util/zod';

/**
 * What is read of the language server's messages, by the Language Server Protocol 3.17. Lines count from 0
 * here, columns from 0 in UTF-16 code units.
 */

const PositionSchema = z.object({ line: z.number(), character: z.number() });
const RangeSchema = z.object({ start: PositionSchema, end: PositionSchema });
export type LspRange = z.infer<typeof RangeSchema>;

const MarkupSchema = z.union([z.string(), z.object({ kind: z.string(), value: z.string() })]);

const TextEditSchema = z.object({ range: RangeSchema, newText: z.string() });
export type LspTextEdit = z.infer<typeof TextEditSchema>;

const CompletionItemSchema = z.object({
  label: z.string(),
  labelDetails: z.object({ detail: z.string().optional(), description: z.string().optional() }).optional(),
  kind: z.number().optional(),
  detail: z.string().optional(),
  documentation: MarkupSchema.optional(),
  sortText: z.string().optional(),
  filterText: z.string().optional(),
  insertText: z.string().optional(),
  textEdit: z
    .union([TextEditSchema, z.object({ newText: z.string(), insert: RangeSchema, replace: RangeSchema })])
    .optional(),
  additionalTextEdits: z.array(TextEditSchema).optional(),
  /** Only the server knows what it means. */
  data: z.unknown().optional(),
});
export type LspCompletionItem = z.infer<typeof CompletionItemSchema>;
export const ResolvedItemSchema = CompletionItemSchema;

export const CompletionSchema = z
  .union([
    z.object({ isIncomplete: z.boolean().default(false), items: z.array(CompletionItemSchema) }),
    z.array(CompletionItemSchema).transform((items) => ({ isIncomplete: false, items })),
  ])
  .nullable();

export const HoverSchema = z
  .object({ contents: z.union([MarkupSchema, z.array(MarkupSchema)]), range: RangeSchema.optional() })
  .nullable();

export const SignatureHelpSchema = z
  .object({
    signatures: z.array(
      z.object({
        label: z.string(),
        documentation: MarkupSchema.optional(),
        parameters: z
          .array(
            z.object({
              label: z.union([z.string(), z.tuple([z.number(), z.number()])]),
              documentation: MarkupSchema.optional(),
            }),
          )
          .default([]),
        activeParameter: z.number().nullish(),
      }),
    ),
    activeSignature: z.number().nullish(),
    activeParameter: z.number().nullish(),
  })
  .nullable();
export type LspSignatureHelp = NonNullable<z.infer<typeof SignatureHelpSchema>>;

const LocationSchema = z.object({ uri: z.string(), range: RangeSchema });
export const DefinitionSchema = z
  .union([z.array(LocationSchema), LocationSchema.transform((location) => [location])])
  .nullable();

export const PrepareRenameSchema = z
  .union([
    RangeSchema,
    z.object({ range: RangeSchema, placeholder: z.string() }).transform(({ range }) => range),
  ])
  .nullable();

export const WorkspaceEditSchema = z
  .object({
    changes: z.record(z.string(), z.array(TextEditSchema)).optional(),
    documentChanges: z
      .array(z.object({ textDocument: z.object({ uri: z.string() }), edits: z.array(TextEditSchema) }))
      .optional(),
  })
  .nullable();

export const DiagnosticsSchema = z.object({
  uri: z.string(),
  version: z.number().optional(),
  diagnostics: z.array(
    z.object({
      range: RangeSchema,
      /** 1 error, 2 warning, 3 information, 4 hint. */
      severity: z.number().default(1),
      code: z.union([z.string(), z.number()]).optional(),
      message: z.string(),
    }),
  ),
});
export type LspDiagnostic = z.infer<typeof DiagnosticsSchema>['diagnostics'][number];

/** The text of documentation, which is Markdown. */
export function markdownOf(markup: z.infer<typeof MarkupSchema> | undefined): string {
  return markup === undefined ? '' : typeof markup === 'string' ? markup : markup.value;
}
