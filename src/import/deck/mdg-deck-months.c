/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-months.h"

#include "import/deck/mdg-scan.h"

#include <string.h>

/* Far more than a deck has; what is beyond is not read. */
#define MAX_NOTES 200u

/* A month can be broken over two lines, with an empty one between. */
#define LINES_OF_MONTH 2u
#define MAX_MONTH_BYTES 400u

/**
 * mdg_deck_add_month:
 * @deck: a deck
 * @line: index of a line
 * @printed: the month that is printed there
 * @n_later: how many months later the figures are
 *
 * Keeps a place of the text that tells the month of the figures.
 */
void
mdg_deck_add_month (MdgDeck *deck, guint line, MdgMonth printed, guint n_later)
{
  MdgMonthNote note = { .month = printed + n_later, .printed = printed, .line = line };

  if (deck->month_notes->len < MAX_NOTES)
    g_array_append_val (deck->month_notes, note);
}

/* The first month that begins among the first @length bytes, and is followed by @words if there are
 * any. */
static gboolean
find_month (const char *text, gsize length, const char *words, MdgMonth *month)
{
  for (const char *p = text; *p != '\0' && (gsize) (p - text) < length;)
    {
      const char *after = p;

      if (!mdg_scan_month (&after, month))
        p = g_utf8_next_char (p);
      else if (words == NULL || g_str_has_prefix (after, words))
        return TRUE;
      else
        p = after;
    }

  return FALSE;
}

/* @text and what of the next lines may complete a month that it breaks off: "(令和7年" "10月)". */
static char *
join_next (MdgDeck *deck, guint line, const char *text)
{
  GString *joined = g_string_new (text);

  for (guint i = line + 1; i < deck->slides->end_line && i <= line + LINES_OF_MONTH; i++)
    {
      g_autofree char *next = mdg_scan_compact (mdg_document_get_line (deck->document, i)->text);

      if (*next == '\0')
        continue;
      g_string_append_len (joined, next, (gssize) MIN (strlen (next), MAX_MONTH_BYTES));
      break;
    }

  return g_string_free_and_steal (joined);
}

static void
find_note (MdgDeck *deck, guint line, const char *text, const char *words, guint n_later)
{
  g_autofree char *joined = NULL;
  MdgMonth month;

  if (find_month (text, strlen (text), words, &month))
    {
      mdg_deck_add_month (deck, line, month, n_later);
      return;
    }

  /* What begins on the next line is that line's. */
  joined = join_next (deck, line, text);
  if (find_month (joined, strlen (text), words, &month))
    mdg_deck_add_month (deck, line, month, n_later);
}

/* "令和7年10月分実績", or only "10月分実績" */
static void
parse_results (MdgDeck *deck, guint line, const char *text)
{
  const char *results = strstr (text, "月分実績");
  const char *p = results;
  MdgMonth month;
  int number = 0;

  if (find_month (text, strlen (text), "分実績", &month))
    {
      mdg_deck_add_month (deck, line, month, 0);
      return;
    }
  if (deck->month_number != 0)
    return;

  while (p > text && g_ascii_isdigit (p[-1]) && results - p < 2)
    p--;
  for (const char *digit = p; digit < results; digit++)
    number = number * 10 + (*digit - '0');
  if (number >= 1 && number <= 12)
    {
      deck->month_number = number;
      deck->month_number_line = line;
    }
}

/**
 * mdg_deck_parse_months:
 * @deck: a deck
 * @line: index of a line
 * @text: the line without blanks
 *
 * Finds places that tell the month of the figures. Others name months too (plans, expiry dates),
 * which is why only known phrases count.
 */
void
mdg_deck_parse_months (MdgDeck *deck, guint line, const char *text)
{
  if (strstr (text, "都道府県別") != NULL)
    find_note (deck, line, text, NULL, 0);
  if (strstr (text, "順位") != NULL)
    find_note (deck, line, text, "順位", 1);
  if (strstr (text, "の値から") != NULL)
    find_note (deck, line, text, "の値からの変化量", 1);
  if (strstr (text, "月分実績") != NULL)
    parse_results (deck, line, text);
}
