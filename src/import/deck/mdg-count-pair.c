/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-count-pair.h"

#include "import/deck/mdg-scan.h"

#include <string.h>

/* More digits than any count has, and few enough that sums of thousands of them fit 64 bits. */
#define MAX_COUNT_DIGITS 14

/* Two counts with their commas, and something over. Longer runs are no counts. */
#define MAX_RUN 48

/* A rank has at most two digits. */
#define MAX_RANK_DIGITS 2

/* The ways in which mdg_scan_counts () splits a run. */
#define MAX_CHOICES 3

/**
 * mdg_count_rate_holds:
 * @mnc: verifications by My Number card
 * @verifications: all verifications
 * @rate: the rate printed
 *
 * Law 3: the printed rate is MNC over verifications, rounded half up.
 *
 * Returns: whether it is
 */
gboolean
mdg_count_rate_holds (gint64 mnc, gint64 verifications, MdgDecimal rate)
{
  MdgDecimal computed;

  return mdg_decimal_percent_ratio (mnc, verifications, rate.decimals, &computed) &&
         mdg_decimal_compare (computed, rate) == 0;
}

static gboolean
holds_either_way (const gint64 counts[2], MdgDecimal rate)
{
  return mdg_count_rate_holds (counts[0], counts[1], rate) ||
         mdg_count_rate_holds (counts[1], counts[0], rate);
}

/**
 * mdg_count_parse:
 * @text: digits and commas
 * @length: length of @text
 * @value: (out): the number
 *
 * Returns: whether @text is one number, with commas in the right places or without any
 */
gboolean
mdg_count_parse (const char *text, gsize length, gint64 *value)
{
  const char *comma = memchr (text, ',', length);
  gsize first = comma != NULL ? (gsize) (comma - text) : length;
  gint64 result = 0;
  guint n_digits = 0;

  if (length == 0 || (comma != NULL && (first < 1 || first > 3)) || (length > 1 && *text == '0'))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (comma != NULL && i >= first && (i - first) % 4 == 0)
        {
          if (text[i] != ',')
            return FALSE;
          continue;
        }
      if (!g_ascii_isdigit (text[i]) || ++n_digits > MAX_COUNT_DIGITS)
        return FALSE;
      result = result * 10 + (text[i] - '0');
    }
  if (comma != NULL && (length - first) % 4 != 0)
    return FALSE;

  *value = result;
  return TRUE;
}

/* Where other numbers have commas, a number of four digits has one. */
static gboolean
parse_part (const char *text, gsize length, gboolean is_grouped, gint64 *value)
{
  return mdg_count_parse (text, length, value) &&
         !(is_grouped && length > 3 && memchr (text, ',', length) == NULL);
}

/**
 * mdg_count_split:
 * @text: digits and commas
 * @length: length of @text
 * @rate: the rate printed beside them
 * @counts: (out): the two counts, in the order of the text
 *
 * Splits two numbers that stand together without a blank where the rate proves it.
 *
 * Returns: whether there is such a place
 */
gboolean
mdg_count_split (const char *text, gsize length, MdgDecimal rate, gint64 counts[2])
{
  gboolean is_grouped = memchr (text, ',', length) != NULL;

  if (length > MAX_RUN)
    return FALSE;

  for (gsize i = 1; i < length; i++)
    {
      gint64 parts[2];

      if (parse_part (text, i, is_grouped, &parts[0]) &&
          parse_part (text + i, length - i, is_grouped, &parts[1]) &&
          holds_either_way (parts, rate))
        {
          memcpy (counts, parts, sizeof parts);
          return TRUE;
        }
    }

  return FALSE;
}

/* A run that goes on as another kind of number is none. */
static gsize
measure_run (const char *text)
{
  gsize length = 0;

  while (g_ascii_isdigit (text[length]) ||
         (text[length] == ',' && g_ascii_isdigit (text[length + 1])))
    length++;

  return text[length] == '.' || text[length] == '%' ? 0 : length;
}

/* What is over at the end of a run, where a bracket follows, is the rank of the next row. */
static const char *
give_back_rank (const char *start, const char *end)
{
  const char *after = end;
  const char *group = end;

  mdg_scan_blanks (&after);
  while (group > start && g_ascii_isdigit (group[-1]))
    group--;

  return *after == '(' && end - group > 3 && end - group <= 3 + MAX_RANK_DIGITS ? group + 3 : end;
}

/* By the comma grouping alone. One way to split is taken as it is; of several only the one that the
 * rate proves. Tells whether nothing is left over at the end. */
static gboolean
scan_grouped (const char **cursor, MdgDecimal rate, gint64 counts[2], gboolean *is_whole)
{
  for (guint choice = 0; choice < MAX_CHOICES; choice++)
    {
      const char *p = *cursor;
      MdgCounts first;
      MdgCounts second = { .n = 1 };

      if (!mdg_scan_counts (&p, choice, &first))
        return FALSE;
      if (first.n == 1)
        {
          if (!mdg_scan_counts (&p, 0, &second))
            return FALSE;
          first.values[1] = second.values[0];
        }
      if (first.n_choices > 1 && !holds_either_way (first.values, rate))
        continue;
      counts[0] = first.values[0];
      counts[1] = first.values[1];
      *is_whole = first.n <= 2 && second.n == 1;
      *cursor = *is_whole ? p : give_back_rank (*cursor, p);
      return TRUE;
    }

  return FALSE;
}

/* Tries the second number, which ends at @length or before the rank of the next row. */
static gboolean
scan_glued_rank (const char *text,
                 gsize length,
                 gboolean (*read) (const char *text, gsize length, gpointer data),
                 gpointer data,
                 const char **end)
{
  const char *after = text + length;
  gboolean has_rank;

  if (read (text, length, data))
    {
      *end = text + length;
      return TRUE;
    }

  mdg_scan_blanks (&after);
  has_rank = *after == '(';
  for (gsize n = 1; has_rank && n <= MAX_RANK_DIGITS && n < length; n++)
    if (g_ascii_isdigit (text[length - n]) && read (text, length - n, data))
      {
        *end = text + length - n;
        return TRUE;
      }

  return FALSE;
}

typedef struct
{
  MdgDecimal rate;
  gint64 *counts;
  gint64 first;
} PairReader;

static gboolean
read_both (const char *text, gsize length, gpointer data)
{
  const PairReader *self = data;

  return mdg_count_split (text, length, self->rate, self->counts);
}

static gboolean
read_second (const char *text, gsize length, gpointer data)
{
  const PairReader *self = data;
  gint64 counts[2] = { self->first, 0 };

  if (!mdg_count_parse (text, length, &counts[1]) || !holds_either_way (counts, self->rate))
    return FALSE;

  memcpy (self->counts, counts, sizeof counts);
  return TRUE;
}

/* By the rate: every place where the digits could be split, also before the rank of a next row. */
static gboolean
scan_proved (const char **cursor, MdgDecimal rate, gint64 counts[2])
{
  PairReader reader = { .rate = rate, .counts = counts };
  const char *p = *cursor;
  gsize length;

  mdg_scan_blanks (&p);
  length = measure_run (p);
  if (length == 0 || length > MAX_RUN)
    return FALSE;
  if (scan_glued_rank (p, length, read_both, &reader, cursor))
    return TRUE;
  if (!mdg_count_parse (p, length, &reader.first))
    return FALSE;

  p += length;
  mdg_scan_blanks (&p);
  length = measure_run (p);

  return length > 0 && length <= MAX_RUN &&
         scan_glued_rank (p, length, read_second, &reader, cursor);
}

/**
 * mdg_count_pair_scan:
 * @cursor: (inout): where to read
 * @rate: the rate printed before them
 * @counts: (out): the two counts, in the order of the text
 *
 * Reads two counts with or without a blank between them. A reading that the rate proves is taken
 * before any other; without one, the only reading that the comma grouping allows.
 *
 * Returns: whether two counts stand there
 */
gboolean
mdg_count_pair_scan (const char **cursor, MdgDecimal rate, gint64 counts[2])
{
  const char *grouped_end = *cursor;
  gint64 grouped[2];
  gboolean is_whole = FALSE;
  gboolean is_grouped = scan_grouped (&grouped_end, rate, grouped, &is_whole);

  if (!(is_whole && holds_either_way (grouped, rate)) && scan_proved (cursor, rate, counts))
    return TRUE;
  if (!is_grouped)
    return FALSE;

  memcpy (counts, grouped, sizeof grouped);
  *cursor = grouped_end;
  return TRUE;
}
