/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-columns.h"

#include "import/deck/mdg-deck-tokens.h"
#include "import/deck/mdg-rate-runs.h"
#include "import/deck/mdg-scan.h"

#include <string.h>

/*
 * The rates by prefecture, where a program extracts names and values as columns or one by one. A
 * table that stands in rows was found before; what is found here takes its place only if it has more
 * rows.
 */

#define LINES_BETWEEN_CHECKS 4096u

/* A table has 48 names, rates and changes. */
#define MAX_TOKENS 500u

/* More lines of words than stand between the cells of a table. */
#define MAX_WORD_LINES 12u

/* Far more than any deck has. */
#define MAX_STRETCHES 200u

typedef struct
{
  MdgDeck *deck;
  GArray *line_tokens;
  GArray *tokens;
  guint n_areas;
  guint n_rates;
  guint n_word_lines;
  guint n_stretches;
} Parser;

static guint
find_line (GArray *rows, gboolean last)
{
  return g_array_index (rows, MdgRateRow, last ? rows->len - 1 : 0).line;
}

/* Takes the place of tables with fewer rows that begin in the same lines. */
static void
take_table (Parser *self, GArray *rows)
{
  GPtrArray *tables = self->deck->rate_tables;
  guint first = g_array_index (self->tokens, MdgToken, 0).line;
  guint last = g_array_index (self->tokens, MdgToken, self->tokens->len - 1).line;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = tables->len; i > 0; i--)
      {
        GArray *table = g_ptr_array_index (tables, i - 1);

        if (find_line (table, FALSE) < first || find_line (table, FALSE) > last)
          continue;
        if (pass == 0 && table->len >= rows->len)
          return;
        if (pass == 1)
          g_ptr_array_remove_index (tables, i - 1);
      }

  g_ptr_array_add (tables, g_array_ref (rows));
}

static void
end_stretch (Parser *self)
{
  if (self->n_areas > 0 && self->n_rates > 0 && self->n_stretches++ < MAX_STRETCHES)
    {
      g_autoptr (GArray) rows = mdg_rate_runs_solve (self->tokens, self->deck->type_tables);

      if (rows->len > 0)
        take_table (self, rows);
    }

  g_array_set_size (self->tokens, 0);
  self->n_areas = 0;
  self->n_rates = 0;
  self->n_word_lines = 0;
}

/* Counts and ranks are those of another table. */
static gboolean
ends_stretch (const MdgToken *token)
{
  return token->kind == MDG_TOKEN_RANK || token->kind == MDG_TOKEN_FACILITY ||
         (token->kind == MDG_TOKEN_COUNT && strcspn (token->text, " ") > 3);
}

static void
parse_line (Parser *self, guint line)
{
  gboolean has_words = FALSE;
  gboolean is_end = FALSE;

  g_array_set_size (self->line_tokens, 0);
  mdg_tokens_read (self->line_tokens, mdg_document_get_line (self->deck->document, line)->text,
                   line);
  for (guint i = 0; i < self->line_tokens->len; i++)
    {
      const MdgToken *token = &g_array_index (self->line_tokens, MdgToken, i);

      has_words = has_words || token->kind == MDG_TOKEN_WORD;
      is_end = is_end || ends_stretch (token);
    }
  if (is_end || (has_words && ++self->n_word_lines > MAX_WORD_LINES))
    end_stretch (self);
  if (is_end || has_words)
    return;

  for (guint i = 0; i < self->line_tokens->len; i++)
    {
      const MdgToken *token = &g_array_index (self->line_tokens, MdgToken, i);

      if (token->kind != MDG_TOKEN_AREA && token->kind != MDG_TOKEN_RATE &&
          token->kind != MDG_TOKEN_CHANGE)
        continue;
      g_array_append_vals (self->tokens, token, 1);
      self->n_areas += token->kind == MDG_TOKEN_AREA;
      self->n_rates += token->kind == MDG_TOKEN_RATE;
      self->n_word_lines = 0;
      if (self->tokens->len >= MAX_TOKENS)
        end_stretch (self);
    }
}

/**
 * mdg_deck_parse_columns:
 * @deck: a deck whose other tables were parsed
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Finds the table of rates by prefecture where it does not stand in rows.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED if cancelled
 */
gboolean
mdg_deck_parse_columns (MdgDeck *deck, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) line_tokens = g_array_new (FALSE, FALSE, sizeof (MdgToken));
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (MdgToken));
  Parser self = { .deck = deck, .line_tokens = line_tokens, .tokens = tokens };

  for (guint i = 0; i < deck->slides->end_line; i++)
    {
      if (i % LINES_BETWEEN_CHECKS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      parse_line (&self, i);
    }
  end_stretch (&self);

  return TRUE;
}
