/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import-message.h"

#include "core/mdg-area.h"
#include "core/mdg-format.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * The kinds of arguments, one letter each: a area, A areas, c count, d day, f facility type,
 * F facility types, m measure, M month, n plain number, p place, P place of a cell, r rate in
 * percent, s text as printed, v value of the measure that is the first argument, x change in percentage points.
 *
 * In the sentences {1} stands for the first argument, so that translations can change the order.
 */
/* Laid out by hand: clang-format would push the sentences far to the right. */
/* clang-format off */
static const struct
{
  const char *id;
  const char *kinds;
  const char *text;
} messages[] = {
  [MDG_MESSAGE_SUM_OPEN] = { "sum-open", "mccc",
    N_ ("{1}: the total is printed as {2}, but the rows sum to {3}; the difference is {4}.") },
  [MDG_MESSAGE_ROW_OPEN] = { "row-open", "fcccc",
    N_ ("{1}: {2} verifications by insurance card and {3} by My Number card do not make the "
        "{4} printed; the difference is {5}.") },
  [MDG_MESSAGE_CELL_TOLD] = { "cell-told", "fmcc",
    N_ ("The sums tell the place: {1}, {2}, printed as {3}; every sum would close with {4}.") },
  [MDG_MESSAGE_RATE_OPEN] = { "rate-open", "arr",
    N_ ("{1}: the rate is printed as {2}, but its two counts make {3}.") },
  [MDG_MESSAGE_POOLED_OPEN] = { "pooled-open", "arr",
    N_ ("{1}: the rate is printed as {2}, but its counts in the four tables by facility type "
        "make {3}.") },
  [MDG_MESSAGE_RANK_OPEN] = { "rank-open", "ann",
    N_ ("{1}: the rank is printed as {2}, but by its counts it is {3}.") },
  [MDG_MESSAGE_PREVIOUS_RANK_OPEN] = { "previous-rank-open", "naan",
    N_ ("The previous rank {1} stands at {2} and at {3}, or is no rank; {4} is missing.") },
  [MDG_MESSAGE_NATIONAL_RATE_OPEN] = { "national-rate-open", "rr",
    N_ ("The national rate is printed as {1}, but the national counts make {2}.") },
  [MDG_MESSAGE_CHANGE_OPEN] = { "change-open", "axxr",
    N_ ("{1}: the change is printed as {2}, but it should be {3}: the rate known of the "
        "month before is {4}.") },
  [MDG_MESSAGE_PREVIOUS_RANK_KNOWN] = { "previous-rank-known", "ann",
    N_ ("{1}: the previous rank is printed as {2}, but the rank known of the month before is "
        "{3}.") },
  [MDG_MESSAGE_IMPOSSIBLE] = { "impossible", "mv",
    N_ ("{1}: {2} is impossible. Compare it with the published deck.") },
  [MDG_MESSAGE_RATE_IMPOSSIBLE] = { "rate-impossible", "arx",
    N_ ("{1}: a rate of {2} with a change of {3} is impossible. Compare it with the "
        "published deck.") },
  [MDG_MESSAGE_EXCEEDS] = { "exceeds", "mcmc",
    N_ ("{1}: {2}. That is more than there are of whom they are a part, {3}: {4}.") },
  [MDG_MESSAGE_BANDS_EXCEED] = { "bands-exceed", "Mrr",
    /* xgettext:no-c-format */
    N_ ("{1}: {2} of the facilities under 10% and {3} with 30% and over make more than all "
        "facilities.") },
  [MDG_MESSAGE_ROW_TOLD_BY_RATE] = { "row-told-by-rate", "a",
    N_ ("Its rate tells that the row of {1} is wrong.") },
  [MDG_MESSAGE_ROW_TOLD_BY_POOLED] = { "row-told-by-pooled", "a",
    N_ ("The rate over all four tables tells that the row of {1} is wrong.") },
  [MDG_MESSAGE_ROW_TOLD_BY_RANK] = { "row-told-by-rank", "a",
    N_ ("Its rank tells that the row of {1} may be wrong.") },
  [MDG_MESSAGE_ROW_UNTOLD] = { "row-untold", "",
    N_ ("Which row is wrong cannot be told. Compare the table with the published deck.") },
  [MDG_MESSAGE_ROWS_SWAPPED] = { "rows-swapped", "aa",
    N_ ("The rows of {1} and {2} have changed places: the rates over all four tables hold "
        "only the other way round.") },
  [MDG_MESSAGE_CULPRIT_UNTOLD] = { "culprit-untold", "",
    N_ ("Two tables contradict each other, and nothing tells which one is wrong.") },
  [MDG_MESSAGE_INCOMPLETE] = { "incomplete", "nn",
    N_ ("Only {1} of {2} rows are there.") },
  [MDG_MESSAGE_AREAS_MISSING] = { "areas-missing", "A",
    N_ ("Missing: {1}.") },
  [MDG_MESSAGE_AREA_TWICE] = { "area-twice", "a",
    N_ ("There are two rows of {1}.") },
  [MDG_MESSAGE_ROW_UNREADABLE] = { "row-unreadable", "ns",
    N_ ("Line {1} cannot be read as a row: “{2}”.") },
  [MDG_MESSAGE_TYPES_MISSING] = { "types-missing", "F",
    N_ ("Missing or cut off: {1}.") },
  [MDG_MESSAGE_TYPE_UNTOLD] = { "type-untold", "",
    N_ ("No totals tell which kind of facility this table is about. Import the whole deck.") },
  [MDG_MESSAGE_COLUMNS_UNTOLD] = { "columns-untold", "",
    N_ ("The line that names the columns is not there. Import the whole deck.") },
  [MDG_MESSAGE_FRAGMENTS] = { "fragments", "n",
    N_ ("The rows stand in {1} separate pieces, too many to put them together.") },
  [MDG_MESSAGE_BANDS_INCOMPLETE] = { "bands-incomplete", "nn",
    N_ ("{1} pairs of shares were found with their labels, not the {2} that a deck has in "
        "this order, so none can be assigned.") },
  [MDG_MESSAGE_FACILITIES_UNREADABLE] = { "facilities-unreadable", "ns",
    N_ ("The number of facilities on line {1} cannot be read: “{2}”.") },
  [MDG_MESSAGE_DATE_UNTOLD] = { "date-untold", "",
    N_ ("Nothing tells which date the figure is of.") },
  [MDG_MESSAGE_DATE_ODD] = { "date-odd", "MM",
    N_ ("The month printed, {1}, does not fit a deck with the results of {2}.") },
  [MDG_MESSAGE_PERIODS_DIFFER] = { "periods-differ", "",
    N_ ("The months beside the figures do not agree with each other.") },
  [MDG_MESSAGE_READINGS_DIFFER] = { "readings-differ", "mvpvp",
    N_ ("{1}: {2} ({3}) contradicts {4} ({5}).") },
  [MDG_MESSAGE_READINGS_AGREE] = { "readings-agree", "mvpvp",
    N_ ("{1}: {2} ({3}) agrees with {4} ({5}).") },
  [MDG_MESSAGE_TWICE] = { "twice", "p",
    N_ ("There is another, different table of the same kind ({1}), and nothing tells which "
        "one is meant.") },
  [MDG_MESSAGE_MISPRINT] = { "misprint", "sc",
    N_ ("“{1}” is a misprint and was read as {2}.") },
  [MDG_MESSAGE_BASELINE_INFERRED] = { "baseline-inferred", "d",
    N_ ("The earlier figures in brackets are taken to be of {1}: no note is attached to them.") },
  [MDG_MESSAGE_BASELINE_DISPUTED] = { "baseline-disputed", "MM",
    N_ ("The earlier figures in brackets are noted as of {1}; by other decks they are of {2}.") },
  [MDG_MESSAGE_BASELINE_UNTOLD] = { "baseline-untold", "",
    N_ ("Nothing tells of when the earlier figures in brackets are; they were left out.") },
  [MDG_MESSAGE_TYPE_INFERRED] = { "type-inferred", "",
    N_ ("The first shares are taken to be of all facilities: no facility type is printed.") },
  [MDG_MESSAGE_TYPES_UNASSIGNED] = { "types-unassigned", "n",
    N_ ("{1} pairs of shares are of facility types that nothing tells; they are kept "
        "unassigned.") },
  [MDG_MESSAGE_IDENTIFIED] = { "identified", "f",
    N_ ("By its sums this is the table of: {1}.") },
  [MDG_MESSAGE_TOTALS_REPAIRED] = { "totals-repaired", "",
    N_ ("The totals themselves were refused; this table closes with the only totals that all "
        "sums allow.") },
  [MDG_MESSAGE_HEADING_DISAGREES] = { "heading-disagrees", "ff",
    N_ ("The heading above the table says {1}, but by its sums it is the table of: {2}. The sums "
        "were believed.") },
  [MDG_MESSAGE_HEADING_ONLY] = { "heading-only", "f",
    N_ ("Only the heading above the table tells that it is of: {1}. There are no totals to prove "
        "it, so its figures are as printed.") },
  [MDG_MESSAGE_TYPES_TIED] = { "types-tied", "F",
    N_ ("By its sums this may be the table of any of these: {1}. Their totals are the same.") },
  [MDG_MESSAGE_PIECES_TIED] = { "pieces-tied", "",
    N_ ("Its parts could have changed places with those of another table: every sum, rate and rank "
        "would hold as well.") },
  [MDG_MESSAGE_NOT_POOLED] = { "not-pooled", "",
    N_ ("The rates by prefecture are as printed: without all four tables by facility type "
        "they cannot be proved.") },
  [MDG_MESSAGE_MONTH_NOTE] = { "month-note", "MnM",
    N_ ("{1} is printed on line {2}, but by the rest of the deck the figures are of {3}.") },
  [MDG_MESSAGE_CELL_UNREADABLE] = { "cell-unreadable", "Ps",
    N_ ("{1}: “{2}” is not what this column holds, so the row was left out. Correct the cell, or "
        "leave it empty.") },
  [MDG_MESSAGE_CELL_AMBIGUOUS] = { "cell-ambiguous", "Ps",
    N_ ("{1}: the date “{2}” can be read in more than one way, so the row was left out. Write the "
        "year with four digits, first.") },
  [MDG_MESSAGE_CELL_NOTE] = { "cell-note", "Ps",
    N_ ("{1}: the figure has the note “{2}”.") },
  [MDG_MESSAGE_CELL_UNIT] = { "cell-unit", "Ps",
    N_ ("{1} and others: the unit “{2}” is printed with the figure.") },
  [MDG_MESSAGE_CODE_ODD] = { "code-odd", "Ps",
    N_ ("{1}: the code “{2}” is not that of the prefecture named beside it.") },
  [MDG_MESSAGE_AREA_UNTOLD] = { "area-untold", "Ps",
    N_ ("{1}: “{2}” is neither the name nor the code of a prefecture, so the row was left out.") },
  [MDG_MESSAGE_ROW_TWICE] = { "row-twice", "Pa",
    N_ ("{1}: there is another row of {2}, with another value.") },
  [MDG_MESSAGE_TOTAL_LEFT_OUT] = { "total-left-out", "Ps",
    N_ ("{1}: the row “{2}” was left out. It is not the whole nation’s: not all prefectures are "
        "there.") },
  [MDG_MESSAGE_RATIO_READ] = { "ratio-read", "",
    N_ ("The numbers are shares of 1 and were read as percent.") },
  [MDG_MESSAGE_BASIS_TOLD] = { "basis-told", "",
    N_ ("The counts beside it tell that this is the rate on the basis of online verifications.") },
  [MDG_MESSAGE_SKIPPED] = { "skipped", "",
    N_ ("Left out, because you said so.") },
  [MDG_MESSAGE_DERIVED_LEFT_OUT] = { "derived-left-out", "n",
    N_ ("{1} derived figures were left out: they are computed from the others.") },
  [MDG_MESSAGE_SUPERSEDED_LEFT_OUT] = { "superseded-left-out", "n",
    N_ ("{1} figures were left out for which the file holds a better one, or nothing tells which "
        "one was shown.") },
  [MDG_MESSAGE_CLAIMS_UNPROVED] = { "claims-unproved", "n",
    N_ ("{1} figures are marked as verified in the file. What stands in it does not prove them, so "
        "they count as printed.") },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (messages) == MDG_N_MESSAGES);

/**
 * mdg_import_message_new:
 * @code: what is to be said
 * @...: its arguments, strings, ending with %NULL
 *
 * Returns: (transfer full): the message
 */
MdgImportMessage *
mdg_import_message_new (MdgMessageCode code, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) args = NULL;
  const char *arg;
  va_list list;

  va_start (list, code);
  while ((arg = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (builder, arg);
  va_end (list);

  args = g_strv_builder_end (builder);

  return mdg_import_message_new_args (code, (const char *const *) args);
}

/**
 * mdg_import_message_new_args:
 * @code: what is to be said
 * @args: (array zero-terminated=1): its arguments, as many as the code has
 *
 * Returns: (transfer full): the message
 */
MdgImportMessage *
mdg_import_message_new_args (MdgMessageCode code, const char *const *args)
{
  MdgImportMessage *self;

  g_return_val_if_fail (code < MDG_N_MESSAGES, NULL);
  g_return_val_if_fail (g_strv_length ((char **) args) == mdg_message_code_get_n_args (code), NULL);

  self = g_new0 (MdgImportMessage, 1);
  self->code = code;
  self->args = g_strdupv ((char **) args);

  return self;
}

/**
 * mdg_import_message_free:
 * @self: (nullable): a message
 *
 * Frees a message.
 */
void
mdg_import_message_free (MdgImportMessage *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->args);
  g_free (self);
}

static char *
render_area (const char *code)
{
  MdgArea area;

  if (!mdg_area_from_code (code, &area))
    return g_strdup (code);

  return g_strdup (mdg_area_get_label (area, mdg_language_get ()));
}

static char *
render_facility (const char *id)
{
  MdgFacilityType type;

  return g_strdup (mdg_facility_type_from_id (id, &type) ? mdg_facility_type_get_label (type) : id);
}

static char *
render_list (const char *ids, char *(*render) (const char *id))
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *label = render (*part);

      g_free (*part);
      *part = label;
    }

  /* Translators: stands between the names of a list, as in “Aomori, Iwate”. */
  return g_strjoinv (C_ ("list", ", "), parts);
}

static char *
render_value (const char *measure_id, const char *text)
{
  MdgMeasure measure;
  MdgDecimal value;

  if (!mdg_measure_from_id (measure_id, &measure) || !mdg_decimal_parse (text, -1, &value))
    return g_strdup (text);
  if (mdg_measure_get_unit (measure) == MDG_UNIT_PERCENT)
    return mdg_format_percent (value);

  return mdg_format_value (measure, value);
}

static char *
render_place (const char *text)
{
  if (strcmp (text, MDG_PLACE_SUMS) == 0)
    return g_strdup (C_ ("place", "by the tables’ sums"));
  if (strcmp (text, "-1") == 0)
    return g_strdup (C_ ("place", "on a slide whose number is not told"));

  /* Translators: where a figure stands; %s is the number of a slide. */
  return g_strdup_printf (C_ ("place", "slide %s"), text);
}

static char *
render_cell_place (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  guint64 column;

  if (g_strv_length (parts) != 3 ||
      !g_ascii_string_to_unsigned (parts[2], 10, 1, G_MAXUINT16, &column, NULL))
    return g_strdup (text);
  if (strcmp (parts[0], "0") == 0)
    /* Translators: where a cell stands in a CSV file: the numbers of its row and column. */
    return g_strdup_printf (C_ ("place", "row %s, column %s"), parts[1], parts[2]);

  {
    char letters[8] = { 0 };
    guint n = 0;

    /* Spreadsheets call their columns A to Z, AA and so on. */
    for (guint64 rest = column; rest > 0 && n < sizeof letters - 1; rest = (rest - 1) / 26)
      {
        memmove (letters + 1, letters, n++);
        letters[0] = (char) ('A' + (rest - 1) % 26);
      }
    /* Translators: where a cell stands: the number of the sheet, and the cell's name, as in “B12”. */
    return g_strdup_printf (C_ ("place", "sheet %s, cell %s%s"), parts[0], letters, parts[1]);
  }
}

static char *
render_arg (const MdgImportMessage *self, guint index)
{
  const char *text = self->args[index];
  MdgMeasure measure;
  MdgDecimal value;
  MdgMonth month;
  MdgDay day;

  switch (messages[self->code].kinds[index])
    {
    case 'a':
      return render_area (text);
    case 'A':
      return render_list (text, render_area);
    case 'c':
      return mdg_format_count (g_ascii_strtoll (text, NULL, 10));
    case 'd':
      return mdg_day_parse (text, &day) ? mdg_format_day (day) : g_strdup (text);
    case 'f':
      return render_facility (text);
    case 'F':
      return render_list (text, render_facility);
    case 'm':
      return g_strdup (mdg_measure_from_id (text, &measure) ? mdg_measure_get_label (measure)
                                                            : text);
    case 'M':
      return mdg_month_parse (text, &month) ? mdg_format_month (month) : g_strdup (text);
    case 'p':
      return render_place (text);
    case 'P':
      return render_cell_place (text);
    case 'r':
      return mdg_decimal_parse (text, -1, &value) ? mdg_format_percent (value) : g_strdup (text);
    case 'x':
      return mdg_decimal_parse (text, -1, &value) ? mdg_format_points (value) : g_strdup (text);
    case 'v':
      return render_value (self->args[0], text);
    default:
      return g_strdup (text);
    }
}

/**
 * mdg_import_message_render:
 * @self: a message
 *
 * Returns: (transfer full): the sentence, in the language of the program
 */
char *
mdg_import_message_render (const MdgImportMessage *self)
{
  const char *template;
  GString *text;
  guint n_args;

  g_return_val_if_fail (self != NULL, NULL);

  template = _ (messages[self->code].text);
  n_args = mdg_message_code_get_n_args (self->code);
  text = g_string_new (NULL);

  for (const char *p = template; *p != '\0'; p++)
    {
      if (p[0] == '{' && p[1] >= '1' && p[1] < '1' + (int) n_args && p[2] == '}')
        {
          g_autofree char *arg = render_arg (self, p[1] - '1');

          g_string_append (text, arg);
          p += 2;
        }
      else
        {
          g_string_append_c (text, *p);
        }
    }

  return g_string_free_and_steal (text);
}

/**
 * mdg_message_code_get_id:
 * @code: a code
 *
 * Returns: its id in stored reports
 */
const char *
mdg_message_code_get_id (MdgMessageCode code)
{
  g_return_val_if_fail (code < MDG_N_MESSAGES, "");

  return messages[code].id;
}

/**
 * mdg_message_code_from_id:
 * @id: an id
 * @code: (out): the code
 *
 * Returns: whether there is such a code
 */
gboolean
mdg_message_code_from_id (const char *id, MdgMessageCode *code)
{
  for (guint i = 0; i < MDG_N_MESSAGES; i++)
    if (strcmp (messages[i].id, id) == 0)
      {
        *code = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mdg_message_code_get_n_args:
 * @code: a code
 *
 * Returns: how many arguments it has
 */
guint
mdg_message_code_get_n_args (MdgMessageCode code)
{
  g_return_val_if_fail (code < MDG_N_MESSAGES, 0);

  return (guint) strlen (messages[code].kinds);
}
