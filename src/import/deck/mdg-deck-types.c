/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-types.h"

#include "import/deck/mdg-deck-tokens.h"
#include "import/deck/mdg-type-columns.h"
#include "import/deck/mdg-type-parts.h"
#include "import/deck/mdg-scan.h"

/*
 * The tables by facility type, in whatever order a program extracts their cells. The text is cut into
 * stretches that can hold such tables, and each is put together as the laws like it best.
 */

#define LINES_BETWEEN_CHECKS 4096u

/* Two tables have 10 names and 30 numbers; the ticks and labels of a chart come on top. */
#define MAX_PARTS 300u

/* More lines of words than stand between the cells of a table. */
#define MAX_WORD_LINES 12u

/* More tables than any deck has. */
#define MAX_TABLES 200u

/* More stretches than any deck has that hold both names and numbers. */
#define MAX_STRETCHES 1000u

/* How much is tried on one text, so that a hostile one ends soon. */
#define BUDGET 2000000u

typedef struct
{
  MdgDeck *deck;
  GArray *tokens;
  GArray *parts;
  guint n_names;
  guint n_numbers;
  guint n_word_lines;
  guint n_stretches;
  guint budget;
} Parser;

static void
end_stretch (Parser *self)
{
  if (self->n_names > 0 && self->n_numbers > 0 && self->n_stretches++ < MAX_STRETCHES &&
      self->deck->type_tables->len < MAX_TABLES)
    {
      mdg_type_columns_solve (self->parts, self->deck->type_tables);
      mdg_type_parts_solve (self->parts, &self->budget, self->deck->type_tables);
    }
  g_array_set_size (self->parts, 0);
  self->n_names = 0;
  self->n_numbers = 0;
  self->n_word_lines = 0;
}

static void
append (Parser *self, MdgPartKind kind, const MdgToken *token, guint line)
{
  MdgTypePart part = { .kind = kind, .line = line };

  if (kind == MDG_PART_BREAK &&
      (self->parts->len == 0 ||
       g_array_index (self->parts, MdgTypePart, self->parts->len - 1).kind == MDG_PART_BREAK))
    return;
  if (token != NULL)
    {
      part.type = token->type;
      part.text = token->text;
    }
  g_array_append_val (self->parts, part);
  self->n_names += kind == MDG_PART_NAME;
  self->n_numbers += kind == MDG_PART_NUMBERS;
  if (self->parts->len >= MAX_PARTS)
    end_stretch (self);
}

/* How many tokens stand before the first word. */
static guint
count_before_words (GArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    if (g_array_index (tokens, MdgToken, i).kind == MDG_TOKEN_WORD)
      return i;

  return tokens->len;
}

/* A table by prefecture is none by facility type. */
static gboolean
ends_stretch (GArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      MdgTokenKind kind = g_array_index (tokens, MdgToken, i).kind;

      if (kind == MDG_TOKEN_AREA || kind == MDG_TOKEN_RANK)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_kind (GArray *tokens, guint index, MdgTokenKind kind)
{
  return index < tokens->len && g_array_index (tokens, MdgToken, index).kind == kind;
}

static void
parse_line (Parser *self, guint line)
{
  guint n;

  g_array_set_size (self->tokens, 0);
  mdg_tokens_read (self->tokens, mdg_document_get_line (self->deck->document, line)->text, line);
  if (self->tokens->len == 0)
    return;
  if (ends_stretch (self->tokens))
    {
      end_stretch (self);
      return;
    }

  /* Words make a sentence of a line, unless it begins as a row. */
  n = count_before_words (self->tokens);
  if (n < self->tokens->len && !(is_kind (self->tokens, 0, MDG_TOKEN_FACILITY) &&
                                 is_kind (self->tokens, 1, MDG_TOKEN_COUNT)))
    {
      append (self, MDG_PART_BREAK, NULL, line);
      if (++self->n_word_lines > MAX_WORD_LINES)
        end_stretch (self);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      const MdgToken *token = &g_array_index (self->tokens, MdgToken, i);

      if (token->kind == MDG_TOKEN_FACILITY)
        append (self, MDG_PART_NAME, token, line);
      else if (token->kind == MDG_TOKEN_COUNT)
        append (self, MDG_PART_NUMBERS, token, line);
      else
        continue;
      self->n_word_lines = 0;
    }
}

/**
 * mdg_deck_parse_types:
 * @deck: a deck
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Finds the tables by facility type.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED if cancelled
 */
gboolean
mdg_deck_parse_types (MdgDeck *deck, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (MdgToken));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (MdgTypePart));
  Parser self = { .deck = deck, .tokens = tokens, .parts = parts, .budget = BUDGET };
  const MdgSlide *slide = NULL;

  for (guint i = 0; i < deck->slides->end_line; i++)
    {
      const char *text = mdg_document_get_line (deck->document, i)->text;

      if (i % LINES_BETWEEN_CHECKS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (deck->slides->slides->len > 0 && (slide == NULL || i >= slide->end_line))
        {
          slide = mdg_slides_find (deck->slides, i);
          append (&self, MDG_PART_BREAK, NULL, i);
        }
      if (!mdg_scan_end (&text))
        parse_line (&self, i);
    }
  end_stretch (&self);

  return TRUE;
}
