/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/mdg-cli-options.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mdg-cli-documents.h"
#include "import/mdg-import-question.h"

/* The command line as it was written, before it is checked. */
typedef struct
{
  gboolean version;
  gboolean import;
  GPtrArray *files;
  char *export_data;
  char *export_map;
  char *export_briefing;
  char *export_table;
  char *prefecture;
  char *neighbours;
  char *check_guide;
  char *dump_guide;
  char *documents[MDG_N_CLI_DOCUMENTS];
  char *paper;
  char *size;
  char *month;
  char *measure;
  char *facility_type;
  char *as_of;
  char **answers;
  gboolean all_editions;
  gboolean by_region;
  gboolean verified_only;
  gboolean accept_printed;
} RawOptions;

static void
raw_options_clear (RawOptions *raw)
{
  g_clear_pointer (&raw->files, g_ptr_array_unref);
  g_clear_pointer (&raw->export_data, g_free);
  g_clear_pointer (&raw->export_map, g_free);
  g_clear_pointer (&raw->export_briefing, g_free);
  g_clear_pointer (&raw->export_table, g_free);
  g_clear_pointer (&raw->prefecture, g_free);
  g_clear_pointer (&raw->neighbours, g_free);
  g_clear_pointer (&raw->check_guide, g_free);
  g_clear_pointer (&raw->dump_guide, g_free);
  for (guint i = 0; i < MDG_N_CLI_DOCUMENTS; i++)
    g_clear_pointer (&raw->documents[i], g_free);
  g_clear_pointer (&raw->paper, g_free);
  g_clear_pointer (&raw->size, g_free);
  g_clear_pointer (&raw->month, g_free);
  g_clear_pointer (&raw->measure, g_free);
  g_clear_pointer (&raw->facility_type, g_free);
  g_clear_pointer (&raw->as_of, g_free);
  g_clear_pointer (&raw->answers, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RawOptions, raw_options_clear)

static gboolean usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
usage_error (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

/* "--import FILE" and "--import=FILE" both name the first file; more follow as plain arguments. */
static gboolean
import_cb (const char *name, const char *value, gpointer data, GError **error)
{
  RawOptions *raw = data;

  raw->import = TRUE;
  if (value != NULL)
    g_ptr_array_add (raw->files, g_strdup (value));
  return TRUE;
}

static gboolean
set_action (MdgCliOptions *self, MdgCliAction action, const char *target, GError **error)
{
  if (self->action != MDG_CLI_ACTION_NONE)
    return usage_error (error, _ ("Only one action can be given at a time: --import, --version, "
                                  "--check-guide, --dump-guide or one --export-…."));
  if (target != NULL && *target == '\0')
    return usage_error (error, _ ("The file name is empty. Name a file."));
  self->action = action;
  self->target = g_strdup (target);
  return TRUE;
}

static gboolean
read_action (const RawOptions *raw, MdgCliOptions *self, GError **error)
{
  const struct
  {
    gboolean given;
    MdgCliAction action;
    const char *target;
  } actions[] = {
    { raw->version, MDG_CLI_ACTION_VERSION, NULL },
    { raw->import, MDG_CLI_ACTION_IMPORT, NULL },
    { raw->export_data != NULL, MDG_CLI_ACTION_EXPORT_DATA, raw->export_data },
    { raw->export_map != NULL, MDG_CLI_ACTION_EXPORT_MAP, raw->export_map },
    { raw->export_briefing != NULL, MDG_CLI_ACTION_EXPORT_BRIEFING, raw->export_briefing },
    { raw->export_table != NULL, MDG_CLI_ACTION_EXPORT_TABLE, raw->export_table },
    { raw->check_guide != NULL, MDG_CLI_ACTION_CHECK_GUIDE, raw->check_guide },
    { raw->dump_guide != NULL, MDG_CLI_ACTION_DUMP_GUIDE, raw->dump_guide },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].given && !set_action (self, actions[i].action, actions[i].target, error))
      return FALSE;

  for (guint i = 0; i < MDG_N_CLI_DOCUMENTS; i++)
    {
      if (raw->documents[i] == NULL)
        continue;
      if (!set_action (self, MDG_CLI_ACTION_EXPORT_DOCUMENT, raw->documents[i], error))
        return FALSE;
      self->document = i;
    }

  return TRUE;
}

/* As the files of briefings write them: without macrons, in any letters. */
static gboolean
read_romaji (const char *text, MdgArea *area)
{
  for (MdgArea other = 1; other <= MDG_N_PREFECTURES; other++)
    {
      g_autofree char *romaji = g_str_to_ascii (mdg_area_get_romaji (other), "C");

      if (g_ascii_strcasecmp (text, romaji) == 0)
        {
          *area = other;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_area (const char *text, MdgArea *area, GError **error)
{
  if ((!mdg_area_from_code (text, area) && !mdg_area_from_name (text, -1, area) &&
       !read_romaji (text, area)) ||
      !mdg_area_is_prefecture (*area))
    return usage_error (error,
                        _ ("“%s” is not a prefecture. Write its code or its name, as in "
                           "--prefecture=07."),
                        text);
  return TRUE;
}

static gboolean
read_areas (const RawOptions *raw, MdgCliOptions *self, GError **error)
{
  g_auto (GStrv) texts = NULL;

  if (raw->prefecture != NULL && !read_area (raw->prefecture, &self->prefecture, error))
    return FALSE;
  if (raw->neighbours == NULL)
    return TRUE;

  texts = g_strsplit (raw->neighbours, ",", -1);
  if (g_strv_length (texts) > MDG_PROFILE_MAX_NEIGHBOURS)
    return usage_error (error, _ ("At most %u prefectures go with --neighbours."),
                        MDG_PROFILE_MAX_NEIGHBOURS);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      MdgArea area;

      if (!read_area (g_strstrip (texts[i]), &area, error))
        return FALSE;
      if (area == self->prefecture)
        return usage_error (error,
                            _ ("“%s” in --neighbours is the prefecture of the briefing itself. "
                               "Name others."),
                            texts[i]);
      for (guint j = 0; j < self->n_neighbours; j++)
        if (self->neighbours[j] == area)
          return usage_error (error, _ ("“%s” stands twice in --neighbours."), texts[i]);
      self->neighbours[self->n_neighbours++] = area;
    }
  return TRUE;
}

static gboolean
read_values (const RawOptions *raw, MdgCliOptions *self, GError **error)
{
  g_autoptr (GError) size_error = NULL;
  MdgMeasure measure;
  MdgFacilityType facility_type;

  if (raw->month != NULL && !mdg_month_parse (raw->month, &self->month))
    return usage_error (error, _ ("“%s” is not a month. Write it as in --month=2025-10."),
                        raw->month);
  if (raw->as_of != NULL && !mdg_day_parse (raw->as_of, &self->as_of))
    return usage_error (error, _ ("“%s” is not a date. Write it as in --as-of=2025-12-02."),
                        raw->as_of);
  if (raw->paper != NULL && !mdg_paper_parse (raw->paper, &self->paper))
    return usage_error (error, _ ("There is no paper “%s”. Write --paper=a4 or --paper=a5."),
                        raw->paper);

  if (raw->size != NULL && !mdg_export_size_parse (raw->size, &self->size, &size_error))
    return usage_error (error, "%s", size_error->message);

  if (raw->measure != NULL)
    {
      if (!mdg_measure_from_id (raw->measure, &measure))
        {
          g_autoptr (GString) ids = g_string_new (NULL);

          for (guint i = 0; i < MDG_N_MEASURES; i++)
            g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", mdg_measure_get_id (i));
          return usage_error (error, _ ("There is no measure “%s”. The measures are: %s."),
                              raw->measure, ids->str);
        }
      self->measure = (int) measure;
    }

  if (raw->facility_type != NULL)
    {
      if (!mdg_facility_type_from_id (raw->facility_type, &facility_type))
        return usage_error (
          error,
          _ ("There is no facility type “%s”. The facility types are: all, hospital, "
             "medical_clinic, dental_clinic, pharmacy."),
          raw->facility_type);
      self->facility_type = (int) facility_type;
    }
  return TRUE;
}

/* What the command line says of month, measure and facility type answers every question of that
 * kind; an --answer goes to one question. */
static gboolean
read_answers (const RawOptions *raw, MdgCliOptions *self, GError **error)
{
  if (raw->month != NULL)
    g_hash_table_insert (self->answers, g_strdup (mdg_question_kind_get_id (MDG_QUESTION_MONTH)),
                         mdg_month_to_string (self->month));
  if (raw->measure != NULL)
    g_hash_table_insert (self->answers, g_strdup (mdg_question_kind_get_id (MDG_QUESTION_MEASURE)),
                         g_strdup (raw->measure));
  if (raw->facility_type != NULL)
    g_hash_table_insert (self->answers,
                         g_strdup (mdg_question_kind_get_id (MDG_QUESTION_FACILITY_TYPE)),
                         g_strdup (raw->facility_type));

  for (guint i = 0; raw->answers != NULL && raw->answers[i] != NULL; i++)
    {
      const char *equals = strchr (raw->answers[i], '=');

      if (equals == NULL || equals == raw->answers[i] || equals[1] == '\0')
        return usage_error (error,
                            _ ("“%s” is not an answer. Write the question, an equals sign and the "
                               "answer, as in --answer=percent=ratio."),
                            raw->answers[i]);
      g_hash_table_insert (self->answers, g_strndup (raw->answers[i], equals - raw->answers[i]),
                           g_strdup (equals + 1));
    }

  return TRUE;
}

/* An option that would have no effect is more likely a slip than a wish. */
static gboolean
check_combination (const RawOptions *raw, const MdgCliOptions *self, GError **error)
{
  gboolean data = self->action == MDG_CLI_ACTION_EXPORT_DATA;
  gboolean map = self->action == MDG_CLI_ACTION_EXPORT_MAP;
  gboolean import = self->action == MDG_CLI_ACTION_IMPORT;
  gboolean table = self->action == MDG_CLI_ACTION_EXPORT_TABLE;
  gboolean briefing = self->action == MDG_CLI_ACTION_EXPORT_BRIEFING;
  MdgExportFormat format;

  if (raw->month != NULL && !data && !map && !import && !briefing && !table)
    return usage_error (error, _ ("--month goes with --import, --export-data, --export-map, "
                                  "--export-table or --export-briefing."));
  if ((raw->prefecture != NULL || raw->neighbours != NULL) && !briefing)
    return usage_error (error, _ ("--prefecture and --neighbours go with --export-briefing."));
  if (raw->measure != NULL && !data && !map && !import)
    return usage_error (error, _ ("--measure goes with --import, --export-data or --export-map."));
  if (raw->facility_type != NULL && !map && !import && !table)
    return usage_error (error,
                        _ ("--facility-type goes with --import, --export-map or --export-table."));
  if (raw->by_region && !table)
    return usage_error (error, _ ("--by-region goes with --export-table."));
  if ((raw->answers != NULL || raw->verified_only || raw->accept_printed) && !import)
    return usage_error (error,
                        _ ("--answer, --verified-only and --accept-printed go with --import."));
  if (raw->verified_only && raw->accept_printed)
    return usage_error (error, _ ("--verified-only and --accept-printed contradict each other."));
  if (raw->all_editions && !data)
    return usage_error (error, _ ("--all-editions goes with --export-data."));
  if (raw->size != NULL && !map)
    return usage_error (error, _ ("--size goes with --export-map."));
  if (raw->size != NULL && mdg_export_format_from_path (self->target, &format) &&
      format != MDG_EXPORT_PNG)
    return usage_error (error,
                        _ ("--size goes with a map that is drawn as PNG. One drawn as SVG or "
                           "PDF can be scaled to any size later."));
  if (raw->paper != NULL && !briefing && self->action != MDG_CLI_ACTION_EXPORT_DOCUMENT)
    return usage_error (error, _ ("--paper goes with the export of a document, such as "
                                  "--export-cards."));
  if (self->action == MDG_CLI_ACTION_IMPORT && self->files->len == 0)
    return usage_error (error,
                        _ ("--import needs at least one file, as in: madoguchi --import deck.txt"));
  if (self->action != MDG_CLI_ACTION_IMPORT && self->action != MDG_CLI_ACTION_NONE &&
      self->files->len > 0)
    return usage_error (error, _ ("“%s” is one argument too many."),
                        (const char *) g_ptr_array_index (self->files, 0));
  return TRUE;
}

static void
add_document_entries (GOptionGroup *group, RawOptions *raw)
{
  GOptionEntry entries[MDG_N_CLI_DOCUMENTS + 1] = { 0 };

  for (guint i = 0; i < MDG_N_CLI_DOCUMENTS; i++)
    {
      const MdgCliDocument *document = mdg_cli_document_get (i);

      entries[i] = (GOptionEntry) { .long_name = document->option,
                                    .arg = G_OPTION_ARG_FILENAME,
                                    .arg_data = &raw->documents[i],
                                    .description = document->description,
                                    .arg_description = N_ ("FILE") };
    }
  g_option_group_add_entries (group, entries);
}

/**
 * mdg_cli_options_parse:
 * @argc: (inout): number of arguments
 * @argv: (inout) (array length=argc): the arguments; what was understood is taken out, except that
 *   the files to open stay when a window is to be opened
 * @error: return location for a #GOptionError, whose message says what to write instead
 *
 * Takes the command line apart. `--help` prints and ends the process.
 *
 * Returns: (transfer full) (nullable): the options, or %NULL when the command line is wrong
 */
MdgCliOptions *
mdg_cli_options_parse (int *argc, char ***argv, GError **error)
{
  g_auto (RawOptions) raw = { .files = g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (MdgCliOptions) self = g_new0 (MdgCliOptions, 1);
  g_autoptr (GOptionContext) context = NULL;
  GOptionGroup *group;
  const GOptionEntry entries[] = {
    { "import", 0, G_OPTION_FLAG_OPTIONAL_ARG | G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK,
      import_cb, N_ ("Read files, prove what can be proved, and store it"), N_ ("FILE…") },
    { "export-data", 0, 0, G_OPTION_ARG_FILENAME, &raw.export_data,
      N_ ("Write the figures as tidy CSV; - writes to standard output"), N_ ("FILE") },
    { "export-map", 0, 0, G_OPTION_ARG_FILENAME, &raw.export_map,
      N_ ("Draw the map of prefectures; the ending .svg, .png or .pdf decides the format"),
      N_ ("FILE") },
    { "export-briefing", 0, 0, G_OPTION_ARG_FILENAME, &raw.export_briefing,
      N_ ("Write a briefing for every prefecture, as PDF documents, into a folder"),
      N_ ("FOLDER") },
    { "prefecture", 0, 0, G_OPTION_ARG_STRING, &raw.prefecture,
      N_ ("Only the briefing of this prefecture, by its code or name"), N_ ("PREFECTURE") },
    { "neighbours", 0, 0, G_OPTION_ARG_STRING, &raw.neighbours,
      N_ ("Up to three prefectures, with commas between them, that a briefing compares with"),
      N_ ("PREFECTURES") },
    { "export-table", 0, 0, G_OPTION_ARG_FILENAME, &raw.export_table,
      N_ ("Write the prefectures of a month as the ministry prints them; the ending .xlsx, .csv or "
          ".tsv decides the format"),
      N_ ("FILE") },
    { "by-region", 0, 0, G_OPTION_ARG_NONE, &raw.by_region,
      N_ ("Group the table by region, with totals"), NULL },
    { "check-guide", 0, 0, G_OPTION_ARG_FILENAME, &raw.check_guide, N_ ("Check a guide pack"),
      N_ ("FILE") },
    { "dump-guide", 0, 0, G_OPTION_ARG_FILENAME, &raw.dump_guide,
      N_ ("Write the procedures of the guide as a graph in the DOT language"), N_ ("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &raw.paper,
      N_ ("The paper of an exported document: a4 (without this option) or a5"), N_ ("PAPER") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &raw.size,
      N_ ("The size of a map drawn as PNG, in pixels"), N_ ("WIDTHxHEIGHT") },
    { "month", 0, 0, G_OPTION_ARG_STRING, &raw.month,
      N_ ("Only this month; in an import, the month of a file that does not tell it"),
      N_ ("YYYY-MM") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &raw.measure,
      N_ ("Only this measure, by its id; in an import, what columns hold that do not tell it"),
      N_ ("ID") },
    { "facility-type", 0, 0, G_OPTION_ARG_STRING, &raw.facility_type,
      N_ (
        "The facility type of the map or table, or of an imported file that does not tell it: all, "
        "hospital, medical_clinic, dental_clinic or pharmacy"),
      N_ ("ID") },
    { "answer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &raw.answers,
      N_ ("Answer a question that an import asks"), N_ ("QUESTION=ANSWER") },
    { "verified-only", 0, 0, G_OPTION_ARG_NONE, &raw.verified_only,
      N_ ("Store only what a law proves"), NULL },
    { "accept-printed", 0, 0, G_OPTION_ARG_NONE, &raw.accept_printed,
      N_ ("Also store refused tables as printed, not verified"), NULL },
    { "all-editions", 0, 0, G_OPTION_ARG_NONE, &raw.all_editions,
      N_ ("Also write the figures of other editions that are not the shown ones"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &raw.as_of, N_ ("Take this day for today"),
      N_ ("YYYY-MM-DD") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &raw.version, N_ ("Print the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->measure = -1;
  self->facility_type = -1;
  self->prefecture = MDG_AREA_NONE;

  context = g_option_context_new (_ ("[FILE…]"));
  g_option_context_set_summary (
    context, _ ("Without an action, the window opens and imports the files that are named."));
  g_option_context_set_description (
    context, _ ("Exit codes: 0 done, no table broke a law; 1 nothing was stored or written; "
                "2 wrong usage; 3 at least one table or file was refused, the rest was stored."));
  group = g_option_group_new ("main", NULL, NULL, &raw, NULL);
  g_option_group_add_entries (group, entries);
  add_document_entries (group, &raw);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return NULL;

  for (int i = 1; i < *argc; i++)
    {
      if (g_str_equal ((*argv)[i], "--"))
        continue;
      g_ptr_array_add (raw.files, g_strdup ((*argv)[i]));
    }
  self->files = g_steal_pointer (&raw.files);
  self->all_editions = raw.all_editions;
  self->by_region = raw.by_region;
  self->verified_only = raw.verified_only;
  self->accept_printed = raw.accept_printed;

  if (!read_action (&raw, self, error) || !read_values (&raw, self, error) ||
      !read_areas (&raw, self, error) || !read_answers (&raw, self, error) ||
      !check_combination (&raw, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * mdg_cli_options_free:
 * @self: (transfer full): the options
 *
 * Frees the options.
 */
void
mdg_cli_options_free (MdgCliOptions *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_free (self->target);
  g_free (self);
}
