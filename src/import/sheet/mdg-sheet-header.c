/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-sheet-header.h"

#include "import/sheet/mdg-cell.h"
#include "import/deck/mdg-scan.h"

#include <string.h>

/* The words of a heading, without blanks and in lower case. */
static char *
fold (const char *text)
{
  g_autofree char *compact = mdg_scan_compact (mdg_cell_skip_guard (text));

  return g_ascii_strdown (compact, -1);
}

static gboolean
has_one (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_one (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strcmp (text, *words) == 0)
      return TRUE;

  return FALSE;
}

#define HAS(text, ...) has_one ((text), (const char *const[]) { __VA_ARGS__, NULL })
#define IS(text, ...) is_one ((text), (const char *const[]) { __VA_ARGS__, NULL })

static gboolean
set_values (MdgHeading *heading, MdgMeasure measure)
{
  heading->role = MDG_COLUMN_VALUES;
  heading->measure = measure;
  heading->basis_is_told = TRUE;

  return TRUE;
}

/* The two rates are never mixed: a rate that does not name its basis is marked as such. */
static gboolean
read_rate (const char *text, MdgHeading *heading)
{
  gboolean is_rate = HAS (text, "率", "割合", "%", "rate");

  if (HAS (text, "レセプト", "claims"))
    return is_rate && set_values (heading, MDG_MEASURE_USAGE_RATE_CLAIMS);
  if (!is_rate || HAS (text, "登録", "保有", "交付", "未満", "以上", "10%", "30%", "普及"))
    return FALSE;
  if (!HAS (text, "利用", "使用", "マイナ", "mnc", "オン資", "usage") &&
      !IS (text, "率", "割合", "%", "(%)", "rate", "率(%)"))
    return FALSE;

  set_values (heading, MDG_MEASURE_USAGE_RATE_ONLINE);
  heading->basis_is_told = HAS (text, "オンライン", "オン資", "資格確認", "online");

  return TRUE;
}

static gboolean
read_count (const char *text, MdgHeading *heading)
{
  if (HAS (text, "率", "割合", "%", "登録", "保有", "交付", "以外", "施設数", "医療機関数", "人口",
           "確認書"))
    return FALSE;

  if (HAS (text, "特定健診", "健診"))
    return set_values (heading, MDG_MEASURE_CHECKUP_VIEWS);
  if (HAS (text, "薬剤"))
    return set_values (heading, MDG_MEASURE_DRUG_VIEWS);
  if (HAS (text, "診療情報"))
    return set_values (heading, MDG_MEASURE_CARE_VIEWS);
  if (HAS (text, "マイナ", "mnc", "mynumber"))
    return set_values (heading, MDG_MEASURE_MNC_COUNT);
  if (HAS (text, "オン資", "資格確認", "verification") ||
      IS (text, "合計", "総計", "総数", "計", "total", "合計件数", "総件数", "利用件数合計"))
    return set_values (heading, MDG_MEASURE_VERIFICATION_COUNT);
  if (HAS (text, "保険証", "insurancecard"))
    return set_values (heading, MDG_MEASURE_INSURANCE_CARD_COUNT);

  return FALSE;
}

static gboolean
read_measure (const char *text, MdgHeading *heading)
{
  gboolean is_before = HAS (text, "前月", "前回", "先月", "previous", "lastmonth", "monthbefore");
  MdgMeasure measure;

  if (mdg_measure_from_id (text, &measure))
    return set_values (heading, measure);

  /* Neither figures of other times nor what somebody wishes them to be. */
  if (HAS (text, "前年", "昨年", "年度", "累計", "目標", "予測", "見込", "達成"))
    return FALSE;

  if (HAS (text, "順位", "ランク", "rank") || IS (text, "位"))
    return !HAS (text, "件数", "レセプト", "claims") &&
           set_values (heading, is_before ? MDG_MEASURE_RANK_PREVIOUS : MDG_MEASURE_RANK);

  if (HAS (text, "前月比", "前月差", "対前月", "前月から", "変化", "増減", "伸び", "change") ||
      IS (text, "差", "比", "%ポイント", "ポイント", "(%ポイント)"))
    {
      /* A ratio of two months, or a change of counts, is not the change of the rate. */
      if (HAS (text, "増減率", "伸び率", "変化率", "件数", "倍", "レセプト"))
        return FALSE;
      heading->is_since = !is_before && HAS (text, "から", "月比", "since", "from");
      return set_values (heading, MDG_MEASURE_CHANGE_POINTS);
    }

  if (!read_rate (text, heading) && !read_count (text, heading))
    return FALSE;

  heading->is_of_month_before = is_before;
  return TRUE;
}

static gboolean
read_role (const char *text, MdgHeading *heading)
{
  if (HAS (text, "コード", "code", "jis", "団体番号") || IS (text, "area"))
    heading->role = MDG_COLUMN_CODE;
  else if (HAS (text, "都道府県", "県名", "prefecture") || IS (text, "地域", "area_name", "県"))
    heading->role = MDG_COLUMN_AREA;
  else if (HAS (text, "施設類型", "施設種別", "施設区分", "施設の種類") ||
           IS (text, "施設", "種別", "区分", "facility_type", "facilitytype", "type"))
    heading->role = MDG_COLUMN_TYPE;
  else if (IS (text, "年月", "月", "対象月", "対象年月", "診療月", "month", "date"))
    heading->role = MDG_COLUMN_MONTH;
  else if (IS (text, "no", "no.", "番号", "項番", "#", "備考", "注", "note", "notes", "地方",
               "地域区分", "ブロック", "region", "よみ", "読み", "ふりがな", "フリガナ", "unit",
               "basis"))
    heading->role = MDG_COLUMN_ASIDE;
  else
    return FALSE;

  return TRUE;
}

static guint
find_types (const char *text)
{
  guint types = 0;

  if (HAS (text, "歯科", "dental"))
    types |= 1u << MDG_FACILITY_DENTAL_CLINIC;
  if (HAS (text, "医科診療所", "medical_clinic", "medicalclinic"))
    types |= 1u << MDG_FACILITY_MEDICAL_CLINIC;
  if (HAS (text, "病院", "hospital"))
    types |= 1u << MDG_FACILITY_HOSPITAL;
  if (HAS (text, "薬局", "pharmac"))
    types |= 1u << MDG_FACILITY_PHARMACY;
  if (HAS (text, "全施設", "施設計", "施設類型計", "全ての施設"))
    types |= 1u << MDG_FACILITY_ALL;

  return types;
}

/* "All facilities" as words of their own: small facilities are others. */
static gboolean
names_all_facilities (const char *text)
{
  static const char words[] = "all facilities";

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_strncasecmp (p, words, strlen (words)) == 0 &&
        (p == text || !g_ascii_isalpha (p[-1])))
      return TRUE;

  return FALSE;
}

/**
 * mdg_heading_find_type:
 * @text: a title, a name or a part of a heading, normalised
 * @type: (out): the facility type, untouched on failure
 *
 * Looks for the name of a facility type within a text. Where several are named, none is told, and
 * neither by 診療所 alone, which are of two types.
 *
 * Returns: whether exactly one is named
 */
gboolean
mdg_heading_find_type (const char *text, MdgFacilityType *type)
{
  g_autofree char *folded = fold (text);
  const char *clinic = strstr (folded, "診療所");
  guint types = find_types (folded);

  if (types == 0 && clinic == NULL && names_all_facilities (text))
    types = 1u << MDG_FACILITY_ALL;
  if (types == 0 || (types & (types - 1)) != 0)
    return FALSE;
  if (clinic != NULL &&
      (types & (1u << MDG_FACILITY_DENTAL_CLINIC | 1u << MDG_FACILITY_MEDICAL_CLINIC)) == 0)
    return FALSE;

  *type = (MdgFacilityType) g_bit_nth_lsf (types, -1);
  return TRUE;
}

/**
 * mdg_heading_is_total:
 * @text: a part of a heading or a cell, normalised
 *
 * Returns: whether it says "total" and nothing else, which is a facility type beside other facility
 *   types, and a measure beside other measures
 */
gboolean
mdg_heading_is_total (const char *text)
{
  g_autofree char *folded = fold (text);

  return IS (folded, "総計", "合計", "計", "全体", "全施設", "総数", "施設計", "all",
             "allfacilities", "total");
}

/**
 * mdg_heading_read_type:
 * @text: a cell, normalised
 * @type: (out): the facility type, untouched on failure
 *
 * Reads a cell that names a facility type and nothing else.
 *
 * Returns: whether it does
 */
gboolean
mdg_heading_read_type (const char *text, MdgFacilityType *type)
{
  g_autofree char *folded = NULL;
  MdgFacilityType read;

  /* The usual names, without a copy: tables may have one in each of many rows. */
  if (mdg_facility_type_from_name_ja (text, -1, &read))
    {
      *type = read;
      return !mdg_facility_type_is_unassigned (read);
    }

  folded = fold (text);
  if (mdg_heading_is_total (text))
    {
      *type = MDG_FACILITY_ALL;
      return TRUE;
    }
  if (mdg_facility_type_from_id (folded, &read))
    {
      *type = read;
      return !mdg_facility_type_is_unassigned (read);
    }
  if (!IS (folded, "病院", "医科診療所", "歯科診療所", "歯科", "歯科医院", "薬局", "保険薬局",
           "調剤薬局", "hospitals", "medicalclinic", "medicalclinics", "dentalclinic",
           "dentalclinics", "pharmacies"))
    return FALSE;

  return mdg_heading_find_type (folded, type);
}

/* What was told by the words before a word: whether a month that follows would be that of a day, or
 * that of something other than the figures. */
typedef struct
{
  gboolean is_day;
  gboolean is_other;
} Before;

static gboolean
is_word (const char *word, gsize length, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == length && g_ascii_strncasecmp (word, *words, length) == 0)
      return TRUE;

  return FALSE;
}

/* Passes over an English word. */
static const char *
skip_word (const char *p, Before *before)
{
  static const char *const after_day[] = { "st", "nd", "rd", "th", "of", NULL };
  static const char *const events[] = { "published", "released", "release",   "updated", "revised",
                                        "since",     "printed",  "retrieved", NULL };
  static const char *const between[] = { "in", "on", "of", "the", NULL };
  gsize length = 0;

  while (g_ascii_isalpha (p[length]))
    length++;
  before->is_day = before->is_day && is_word (p, length, after_day);
  before->is_other =
    is_word (p, length, events) || (before->is_other && is_word (p, length, between));

  return p + length;
}

/* A month at the beginning of a word or number, but for one that is not that of the figures. */
static gboolean
read_month_at (const char **cursor, Before *before, MdgMonth *month)
{
  const char *p = *cursor;

  if (g_ascii_isdigit (*p))
    {
      char digits[8] = { 0 };
      gsize length = strspn (p, "0123456789");

      /* Names of files have 202510. Not in the middle of a number, as of "12025". */
      memcpy (digits, p, MIN (length, sizeof digits - 1));
      *before = (Before) { .is_day = length <= 2 };
      *cursor = p + length;

      return length == 6 && mdg_cell_read_month (digits, month);
    }
  if (g_ascii_isalpha (*p))
    {
      if (!before->is_day && !before->is_other && mdg_scan_month_name (cursor, month))
        return TRUE;
      *cursor = skip_word (p, before);

      return FALSE;
    }

  /* "13 November 2025" */
  before->is_day = before->is_day && strchr (" .-", *p) != NULL;
  *cursor = g_utf8_next_char (p);

  return FALSE;
}

/**
 * mdg_heading_find_month:
 * @text: a title, a name or a part of a heading, normalised
 * @month: (out): the month, untouched on failure
 *
 * Looks for a month within a text. Days do not count: a publication has a date, which is not that of
 * its figures. Where several months are named, none is told.
 *
 * Returns: whether exactly one is named
 */
gboolean
mdg_heading_find_month (const char *text, MdgMonth *month)
{
  MdgMonth found = MDG_MONTH_NONE;
  Before before = { 0 };

  /* A spreadsheet keeps a month as its first day. */
  if (mdg_cell_read_month (text, &found))
    {
      const char *p = mdg_cell_skip_guard (text);
      MdgDay day;

      if (mdg_scan_day (&p, &day) && day != mdg_month_first_day (found))
        return FALSE;
      *month = found;
      return TRUE;
    }

  for (const char *p = text; *p != '\0';)
    {
      MdgMonth read;
      MdgDay day;

      if (mdg_scan_day (&p, &day) ||
          (!mdg_scan_month (&p, &read) && !read_month_at (&p, &before, &read)))
        continue;
      if (found != MDG_MONTH_NONE && found != read)
        return FALSE;
      found = read;
    }

  if (found == MDG_MONTH_NONE)
    return FALSE;
  *month = found;
  return TRUE;
}

/* Ranks and changes, which are kept of the rate on the online basis. */
static gboolean
is_of_rate (const MdgHeading *heading)
{
  return heading->role == MDG_COLUMN_VALUES &&
         (heading->measure == MDG_MEASURE_RANK || heading->measure == MDG_MEASURE_RANK_PREVIOUS ||
          heading->measure == MDG_MEASURE_CHANGE_POINTS);
}

/**
 * mdg_heading_read:
 * @parts: (array length=n_parts): the cells above a column that belong to it, from top to bottom,
 *   normalised
 * @n_parts: how many
 * @heading: (out caller-allocates): what they say together
 *
 * Reads the heading of a column. The lowest part that says what the column holds goes before those
 * above it, which stand above several columns.
 */
void
mdg_heading_read (const char *const *parts, guint n_parts, MdgHeading *heading)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  *heading = (MdgHeading) { .type = MDG_N_FACILITY_TYPES };

  for (guint i = n_parts; i > 0; i--)
    {
      const char *part = parts[i - 1];
      g_autofree char *folded = fold (part);
      MdgFacilityType type;
      MdgMonth month;

      if (heading->month == MDG_MONTH_NONE)
        mdg_heading_find_month (part, &heading->month);
      if (mdg_cell_read_month (part, &month))
        continue;

      /* "Total" over a measure is a facility type; by itself it is a measure. */
      if (heading->type == MDG_N_FACILITY_TYPES &&
          ((heading->role == MDG_COLUMN_VALUES && mdg_heading_read_type (part, &type)) ||
           mdg_heading_find_type (part, &type)))
        {
          heading->type = type;
          if (mdg_heading_read_type (part, &type))
            continue;
        }

      g_string_prepend (joined, folded);
      if (heading->role == MDG_COLUMN_UNTOLD)
        {
          if (!read_measure (folded, heading) && !read_role (folded, heading))
            read_measure (joined->str, heading);
        }
      else if (IS (folded, "前月", "前月分", "前回", "先月", "previousmonth"))
        {
          if (heading->measure == MDG_MEASURE_RANK)
            heading->measure = MDG_MEASURE_RANK_PREVIOUS;
          else
            heading->is_of_month_before = TRUE;
        }
      else if (is_of_rate (heading))
        {
          /* A part above may say that it is the rank or the change of something else. */
          MdgHeading above = { 0 };

          if (read_measure (folded, &above) && !is_of_rate (&above) &&
              above.measure != MDG_MEASURE_USAGE_RATE_ONLINE)
            {
              heading->role = MDG_COLUMN_UNTOLD;
              break;
            }
        }
      else if (heading->role == MDG_COLUMN_VALUES && !heading->basis_is_told)
        {
          /* A part above may say on which basis the rate is. */
          MdgHeading again = *heading;

          if (read_rate (joined->str, &again) && again.basis_is_told)
            {
              heading->measure = again.measure;
              heading->basis_is_told = TRUE;
            }
        }
    }

  heading->is_bare =
    joined->len == 0 && (heading->type != MDG_N_FACILITY_TYPES || heading->month != MDG_MONTH_NONE);
}
