/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-notes.h"

#include "import/deck/mdg-deck-months.h"
#include "import/deck/mdg-scan.h"

#include <string.h>

/*
 * Figures that stand in sentences and labels rather than in tables. Extraction breaks sentences over
 * lines and puts blanks between any two characters, so all is read without blanks, and a sentence
 * together with the lines around it.
 */

#define LINES_BETWEEN_CHECKS 4096u
#define LINES_BEFORE 8u
#define LINES_AFTER 4u
#define MAX_WINDOW_BYTES 4000u

/* Far more than a deck has of any kind; what is beyond is not read. */
#define MAX_CANDIDATES 200u

#define KEY_CLAIMS_RATE "レセプト件数ベース"
#define KEY_INSURED "被用者保険の加入者(約"

static gboolean
scan_literals (const char **cursor, ...)
{
  const char *p = *cursor;
  const char *literal;
  gboolean found = TRUE;
  va_list args;

  va_start (args, cursor);
  while (found && (literal = va_arg (args, const char *)) != NULL)
    found = mdg_scan_literal (&p, literal);
  va_end (args);

  if (found)
    *cursor = p;
  return found;
}

/* The last month that begins in @text before @end. */
static gboolean
find_last_month (const char *text, const char *end, MdgMonth *month)
{
  gboolean found = FALSE;

  for (const char *p = text; p < end;)
    {
      const char *after = p;

      if (mdg_scan_month (&after, month))
        {
          found = TRUE;
          p = after;
        }
      else
        {
          p = g_utf8_next_char (p);
        }
    }

  return found;
}

/* The lines around @line, joined without blanks. @offset is where @line begins in it. */
static char *
join_window (MdgDeck *deck, guint line, gsize *offset)
{
  GString *window = g_string_new (NULL);
  guint first = line > LINES_BEFORE ? line - LINES_BEFORE : 0;
  guint end = MIN (line + LINES_AFTER + 1, deck->slides->end_line);

  for (guint i = first; i < end && (i <= line || window->len < MAX_WINDOW_BYTES); i++)
    {
      g_autofree char *compact = mdg_scan_compact (mdg_document_get_line (deck->document, i)->text);

      if (i == line)
        *offset = window->len;
      g_string_append (window, compact);
    }

  return g_string_free_and_steal (window);
}

/* A count of people or cases: "9,948万", "1億2,433万", "274,605,299". A point with three decimals is
 * a misprint for a comma; @is_misprint tells. */
static gboolean
scan_people (const char **cursor, gint64 *count, gboolean *is_misprint)
{
  const char *p = *cursor;
  gint64 hundred_millions = 0;
  MdgCounts counts;
  MdgDecimal decimal;

  *is_misprint = FALSE;
  if (mdg_scan_counts (&p, 0, &counts) && counts.n == 1 && mdg_scan_literal (&p, "億"))
    hundred_millions = counts.values[0];
  else
    p = *cursor;

  if (hundred_millions > 999999)
    return FALSE;

  if (!mdg_scan_counts (&p, 0, &counts) || counts.n != 1)
    {
      if (!mdg_scan_decimal (&p, &decimal) || decimal.decimals != 3 || decimal.digits < 0 ||
          !g_str_has_prefix (p, "万"))
        return FALSE;
      counts.values[0] = decimal.digits;
      *is_misprint = TRUE;
    }

  if (mdg_scan_literal (&p, "万"))
    {
      if (counts.values[0] > 999999999)
        return FALSE;
      counts.values[0] *= 10000;
    }

  *count = hundred_millions * 100000000 + counts.values[0];
  *cursor = p;
  return TRUE;
}

static gboolean
scan_unit (const char **cursor, gboolean *is_people)
{
  *is_people = mdg_scan_literal (cursor, "人");
  return *is_people || mdg_scan_literal (cursor, "件");
}

/* "R7.10月末:9,948万人(9,168万人)、全人口の79.9%(73.1%)" */
static gboolean
scan_headline (const char *text, MdgHeadline *headline)
{
  const char *claims = strstr (text, "レセプト");
  gboolean is_people;
  gboolean baseline_is_people;
  gboolean is_misprint;

  if (!mdg_scan_month (&text, &headline->month))
    return FALSE;
  mdg_scan_literal (&text, "末");
  mdg_scan_literal (&text, "時点");
  if (!mdg_scan_literal (&text, ":") || !scan_people (&text, &headline->count, &is_misprint) ||
      is_misprint || !scan_unit (&text, &is_people))
    return FALSE;

  headline->baseline_count = -1;
  if (mdg_scan_literal (&text, "(") &&
      (!scan_people (&text, &headline->baseline_count, &is_misprint) || is_misprint ||
       !scan_unit (&text, &baseline_is_people) || baseline_is_people != is_people ||
       !mdg_scan_literal (&text, ")")))
    return FALSE;

  if (!mdg_scan_literal (&text, "、") && !mdg_scan_literal (&text, ","))
    return FALSE;

  if (!is_people)
    headline->measure = MDG_MEASURE_MNC_COUNT;
  else if (mdg_scan_literal (&text, "全人口の"))
    headline->measure = MDG_MEASURE_CARD_HOLDERS;
  else if (mdg_scan_literal (&text, "カード保有者の"))
    headline->measure = MDG_MEASURE_REGISTRANTS;
  else
    return FALSE;

  /* The rate by claims is another one, and never taken for that by verifications. */
  if ((!is_people && claims != NULL) || !mdg_scan_percent (&text, &headline->share))
    return FALSE;
  headline->has_baseline_share = mdg_scan_literal (&text, "(") &&
                                 mdg_scan_percent (&text, &headline->baseline_share) &&
                                 mdg_scan_literal (&text, ")");

  return TRUE;
}

/* "12,433万人8,730万人9.948万人" and nothing else */
static void
parse_bare_counts (MdgDeck *deck, guint line, const char *text)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MdgBareCount));

  while (*text != '\0' && found->len < MAX_CANDIDATES)
    {
      MdgBareCount bare = { .line = line };
      const char *start = text;
      gboolean is_misprint;

      if (!scan_people (&text, &bare.count, &is_misprint) || !mdg_scan_literal (&text, "人"))
        {
          for (guint i = 0; i < found->len; i++)
            g_free (g_array_index (found, MdgBareCount, i).misprint);
          return;
        }
      if (is_misprint)
        bare.misprint = g_strndup (start, text - start);
      g_array_append_val (found, bare);
    }

  g_array_append_vals (deck->bare_counts, found->data, found->len);
}

/* "※()内は令和6年1月末時点" */
static gboolean
scan_baseline_note (const char *text, MdgBaselineNote *note)
{
  if (!scan_literals (&text, "※", "(", ")", "内は", NULL) || !mdg_scan_month (&text, &note->month))
    return FALSE;

  note->is_end_of_month = mdg_scan_literal (&text, "末");

  return mdg_scan_literal (&text, "時点");
}

static void
parse_status (MdgDeck *deck, guint line, const char *text)
{
  MdgHeadline headline = { .line = line };
  MdgBaselineNote note = { .line = line };
  const char *population = strstr (text, "時点の住基人口");
  MdgDay day;

  if (deck->headlines->len < MAX_CANDIDATES && scan_headline (text, &headline))
    g_array_append_val (deck->headlines, headline);
  else if (deck->baseline_notes->len < MAX_CANDIDATES && scan_baseline_note (text, &note))
    g_array_append_val (deck->baseline_notes, note);
  else if (g_ascii_isdigit (*text) && deck->bare_counts->len < MAX_CANDIDATES)
    parse_bare_counts (deck, line, text);

  for (const char *p = text; population != NULL && p < population; p = g_utf8_next_char (p))
    {
      const char *cursor = p;

      if (mdg_scan_day (&cursor, &day) && cursor == population)
        {
          deck->population_day = day;
          break;
        }
    }
}

/* What stands between the words and the rate: "利用率)は44.40%", "の利用率(令和7年10月)は、47.26%",
 * "利用率は令和7年10月で47.26%". A month that stands here is the rate's; a definition has no rate. */
static gboolean
scan_claims_rate (const char *text, MdgClaimsRate *rate)
{
  gboolean is_told = FALSE;

  mdg_scan_literal (&text, "の");
  mdg_scan_literal (&text, "マイナ保険証");
  if (!mdg_scan_literal (&text, "利用率") && !mdg_scan_literal (&text, "利用割合"))
    return FALSE;
  mdg_scan_literal (&text, ")");
  mdg_scan_literal (&text, "」");
  if (mdg_scan_literal (&text, "("))
    {
      if (!mdg_scan_month (&text, &rate->month))
        return FALSE;
      mdg_scan_literal (&text, "分");
      if (!mdg_scan_literal (&text, ")"))
        return FALSE;
    }

  is_told = mdg_scan_literal (&text, "は") || mdg_scan_literal (&text, ":");
  mdg_scan_literal (&text, "、");
  if (mdg_scan_month (&text, &rate->month))
    {
      is_told = TRUE;
      if (!mdg_scan_literal (&text, "時点で") && !mdg_scan_literal (&text, "時点"))
        mdg_scan_literal (&text, "分");
      if (!mdg_scan_literal (&text, "で") && !mdg_scan_literal (&text, "に"))
        mdg_scan_literal (&text, ":");
      mdg_scan_literal (&text, "、");
    }
  mdg_scan_literal (&text, "約");

  return is_told && mdg_scan_percent (&text, &rate->rate) && rate->rate.digits >= 0;
}

/* "R7.10月:47.26%(レセプト件数ベース)" */
static void
parse_claims_label (MdgDeck *deck, guint line, const char *text)
{
  MdgClaimsRate rate = { .line = line };

  if (!mdg_scan_month (&text, &rate.month))
    return;
  mdg_scan_literal (&text, "分");
  mdg_scan_literal (&text, "時点");
  if (mdg_scan_literal (&text, ":") && mdg_scan_percent (&text, &rate.rate) &&
      rate.rate.digits >= 0 && scan_literals (&text, "(", KEY_CLAIMS_RATE, NULL) &&
      deck->claims_rates->len < MAX_CANDIDATES)
    g_array_append_val (deck->claims_rates, rate);
}

/* "令和7年9月のマイナ保険証の利用状況に関して、...(レセプト件数ベース利用率)は44.40%" */
static void
parse_claims_rate (MdgDeck *deck, guint line, gsize length)
{
  gsize offset = 0;
  g_autofree char *window = join_window (deck, line, &offset);
  const char *end = window + offset + length;

  /* The key must begin on this line, or the next line would find it once more. */
  for (const char *key = strstr (window + offset, KEY_CLAIMS_RATE); key != NULL && key < end;
       key = strstr (key + strlen (KEY_CLAIMS_RATE), KEY_CLAIMS_RATE))
    {
      MdgClaimsRate rate = { .line = line, .month = MDG_MONTH_NONE };
      const char *sentence;

      if (deck->claims_rates->len >= MAX_CANDIDATES)
        return;
      if (!scan_claims_rate (key + strlen (KEY_CLAIMS_RATE), &rate))
        continue;

      /* Only the sentence itself may name the month. */
      sentence = g_strrstr_len (window, key - window, "。");
      if (rate.month == MDG_MONTH_NONE &&
          !find_last_month (sentence != NULL ? sentence : window, key, &rate.month))
        rate.month = MDG_MONTH_NONE;
      g_array_append_val (deck->claims_rates, rate);
    }
}

/* "12月1日に被用者保険の加入者(約7,700万人)の健康保険証の有効期限が切れる" */
static void
parse_insured (MdgDeck *deck, guint line, const char *text)
{
  const char *key = strstr (text, KEY_INSURED);
  MdgInsured insured = { .line = line };
  const char *after;
  gboolean is_misprint;

  if (key == NULL || deck->insured->len >= MAX_CANDIDATES)
    return;

  after = key + strlen (KEY_INSURED);
  if (!scan_people (&after, &insured.count, &is_misprint) || is_misprint ||
      !mdg_scan_literal (&after, "人"))
    return;

  for (const char *p = text; p < key; p = g_utf8_next_char (p))
    {
      const char *cursor = p;
      gint64 month;
      gint64 day;

      if (mdg_scan_integer (&cursor, 2, &month) && mdg_scan_literal (&cursor, "月") &&
          mdg_scan_integer (&cursor, 2, &day) && scan_literals (&cursor, "日", "に", NULL) &&
          cursor == key)
        {
          insured.month = (int) month;
          insured.day = (int) day;
          break;
        }
      /* Not the tail of a longer number: the 2 of 12. */
      while (g_ascii_isdigit (*p) && g_ascii_isdigit (p[1]))
        p++;
    }

  g_array_append_val (deck->insured, insured);
}

/* "10%未満の施設" or "30%以上の施設" */
static gboolean
scan_band_label (const char **cursor, int *limit, gboolean *is_over)
{
  const char *p = *cursor;
  gint64 number;

  if (!mdg_scan_integer (&p, 3, &number) || !mdg_scan_literal (&p, "%"))
    return FALSE;

  *is_over = mdg_scan_literal (&p, "以上");
  if (!*is_over && !mdg_scan_literal (&p, "未満"))
    return FALSE;
  if (!mdg_scan_literal (&p, "の施設"))
    return FALSE;

  *limit = (int) number;
  *cursor = p;
  return TRUE;
}

/* "92.4%(R5.12)→5.5%(R7.9)" */
static gboolean
scan_band_pair (const char **cursor, MdgBandPair *pair)
{
  const char *p = *cursor;

  for (guint i = 0; i < 2; i++)
    {
      if (i > 0 && !mdg_scan_literal (&p, "→"))
        return FALSE;
      if (!mdg_scan_percent (&p, &pair->shares[i]) || !mdg_scan_literal (&p, "(") ||
          !mdg_scan_month (&p, &pair->months[i]) || !mdg_scan_literal (&p, ")"))
        return FALSE;
    }

  *cursor = p;
  return TRUE;
}

typedef struct
{
  int limit;
  gboolean is_over;
} BandLabel;

/* Each pair belongs to the oldest label that has none yet: a label stands above its pair, and two
 * labels before two pairs are in the order of the pairs. */
static void
parse_bands (MdgDeck *deck, guint line, const char *text, GQueue *labels)
{
  while (*text != '\0')
    {
      MdgBandPair pair = { .line = line };
      BandLabel label;

      if (labels->length < MAX_CANDIDATES && scan_band_label (&text, &label.limit, &label.is_over))
        {
          g_queue_push_tail (labels, g_memdup2 (&label, sizeof label));
        }
      else if (deck->band_pairs->len < MAX_CANDIDATES && scan_band_pair (&text, &pair))
        {
          g_autofree BandLabel *oldest = g_queue_pop_head (labels);

          if (oldest != NULL)
            {
              pair.limit = oldest->limit;
              pair.is_over = oldest->is_over;
            }
          g_array_append_val (deck->band_pairs, pair);
        }
      else if (g_ascii_isdigit (*text))
        {
          while (g_ascii_isdigit (*text) || *text == '.')
            text++;
        }
      else
        {
          text = g_utf8_next_char (text);
        }
    }
}

/* "施設数:206,126(R5.12)、206,854(R7.9)" */
static void
parse_facility_counts (MdgDeck *deck, guint line, const char *text)
{
  text = strstr (text, "施設数:");
  if (text == NULL)
    return;
  text += strlen ("施設数:");

  while (deck->facility_counts->len < MAX_CANDIDATES)
    {
      MdgFacilityCount count = { .line = line };
      MdgCounts counts;

      if (!g_ascii_isdigit (*text))
        return;
      if (!mdg_scan_counts (&text, 0, &counts) || counts.n != 1 || !mdg_scan_literal (&text, "(") ||
          !mdg_scan_month (&text, &count.month) || !mdg_scan_literal (&text, ")"))
        {
          deck->has_unread_facilities = TRUE;
          deck->unread_facilities_line = line;
          return;
        }
      count.count = counts.values[0];
      g_array_append_val (deck->facility_counts, count);
      mdg_scan_literal (&text, "、");
    }
}

/**
 * mdg_deck_parse_notes:
 * @deck: a deck
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Finds the figures and the months that stand in sentences and labels.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED if cancelled
 */
gboolean
mdg_deck_parse_notes (MdgDeck *deck, GCancellable *cancellable, GError **error)
{
  GQueue labels = G_QUEUE_INIT;
  gboolean completed = TRUE;
  guint n_windows = 0;

  for (guint i = 0; completed && i < deck->slides->end_line; i++)
    {
      g_autofree char *text = mdg_scan_compact (mdg_document_get_line (deck->document, i)->text);

      if (i % LINES_BETWEEN_CHECKS == 0)
        completed = !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (*text == '\0')
        continue;

      parse_status (deck, i, text);
      parse_insured (deck, i, text);
      if (strstr (text, "レセプト") != NULL && n_windows++ < MAX_CANDIDATES)
        {
          parse_claims_rate (deck, i, strlen (text));
          parse_claims_label (deck, i, text);
        }
      if (strchr (text, '%') != NULL)
        parse_bands (deck, i, text, &labels);
      parse_facility_counts (deck, i, text);
      mdg_deck_parse_months (deck, i, text);
    }

  for (guint i = 0; i < deck->headlines->len; i++)
    {
      const MdgHeadline *headline = &g_array_index (deck->headlines, MdgHeadline, i);

      mdg_deck_add_month (deck, headline->line, headline->month, 0);
    }

  g_queue_clear_full (&labels, g_free);

  return completed;
}
