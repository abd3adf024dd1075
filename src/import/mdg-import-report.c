/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import-report.h"

#include "core/mdg-format.h"

#include <glib/gi18n.h>
#include <string.h>

/* (version, title, month, entries); an entry is (table, facility type, slide, title, status,
 * verified, printed, confirmed, messages); a message is (code, arguments). */
#define REPORT_TYPE "(ussa(ssissuuua(sas)))"
#define REPORT_VERSION 1

static const struct
{
  const char *id;
  const char *label;
} kinds[] = {
  [MDG_TABLE_NONE] = { "none", N_ ("Slide") },
  [MDG_TABLE_TOTALS] = { "totals", N_ ("Verifications by facility type") },
  [MDG_TABLE_VIEWS] = { "views", N_ ("Information views by facility type") },
  [MDG_TABLE_CLAIMS_RATE] = { "claims-rate", N_ ("Usage rate, claims basis") },
  [MDG_TABLE_INSURED_AFFECTED] = { "insured-affected", N_ ("People whose cards expire") },
  [MDG_TABLE_POPULATION] = { "population", N_ ("Population") },
  [MDG_TABLE_CARD_HOLDERS] = { "card-holders", N_ ("Card holders") },
  [MDG_TABLE_REGISTRANTS] = { "registrants", N_ ("Registrants") },
  [MDG_TABLE_USAGE] = { "usage", N_ ("Usage of the month") },
  [MDG_TABLE_BANDS] = { "bands", N_ ("Facilities by usage band") },
  [MDG_TABLE_PREFECTURES] = { "prefectures", N_ ("Rates by prefecture") },
  [MDG_TABLE_FACILITY_PREFECTURES] = { "facility-prefectures",
                                       N_ ("Counts by prefecture, one facility type") },
  [MDG_TABLE_TIDY] = { "tidy", N_ ("Figures exported by Madoguchi") },
  [MDG_TABLE_COLUMN] = { "column", N_ ("Column by prefecture") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == MDG_N_TABLE_KINDS);

static const struct
{
  const char *id;
  const char *label;
} statuses[] = {
  [MDG_ENTRY_VERIFIED] = { "verified", NC_ ("import", "verified") },
  [MDG_ENTRY_PARTLY] = { "partly", NC_ ("import", "partly verified") },
  [MDG_ENTRY_PRINTED] = { "printed", NC_ ("import", "as printed") },
  [MDG_ENTRY_REFUSED] = { "refused", NC_ ("import", "refused") },
  [MDG_ENTRY_MISSING] = { "missing", NC_ ("import", "not in this text") },
  [MDG_ENTRY_CHART] = { "chart", NC_ ("import", "chart, no figures in the text") },
  [MDG_ENTRY_TEXT] = { "text", NC_ ("import", "text only") },
  [MDG_ENTRY_CONTINUED] = { "continued", NC_ ("import", "continues the tables before it") },
  [MDG_ENTRY_UNKNOWN] = { "unknown", NC_ ("import", "not a known table") },
  [MDG_ENTRY_OPEN] = { "open", NC_ ("import", "waits for your answer") },
  [MDG_ENTRY_ACCEPTED] = { "accepted", NC_ ("import", "printed, not verified") },
  [MDG_ENTRY_LEFT_OUT] = { "left-out", NC_ ("import", "left out, not verified") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (statuses) == MDG_N_ENTRY_STATUSES);

/**
 * mdg_report_entry_new:
 * @kind: a table
 * @page: slide number, or %MDG_PAGE_UNKNOWN
 *
 * Returns: (transfer full): an entry without figures, missing until something is found
 */
MdgReportEntry *
mdg_report_entry_new (MdgTableKind kind, int page)
{
  MdgReportEntry *self = g_new0 (MdgReportEntry, 1);

  self->kind = kind;
  self->facility_type = MDG_N_FACILITY_TYPES;
  self->page = page;
  self->title = g_strdup ("");
  self->status = MDG_ENTRY_MISSING;
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_import_message_free);
  self->as_printed = g_array_new (FALSE, FALSE, sizeof (MdgObservation));

  return self;
}

/**
 * mdg_report_entry_free:
 * @self: (nullable): an entry
 *
 * Frees an entry.
 */
void
mdg_report_entry_free (MdgReportEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_ptr_array_unref (self->messages);
  g_array_unref (self->as_printed);
  g_free (self);
}

/**
 * mdg_report_entry_take:
 * @self: an entry
 * @message: (transfer full): a message
 *
 * Adds a message.
 */
void
mdg_report_entry_take (MdgReportEntry *self, MdgImportMessage *message)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (message != NULL);

  g_ptr_array_add (self->messages, message);
}

/**
 * mdg_report_entry_says:
 * @self: an entry
 * @code: a message
 *
 * Returns: whether one of its messages is of @code
 */
gboolean
mdg_report_entry_says (const MdgReportEntry *self, MdgMessageCode code)
{
  for (guint i = 0; i < self->messages->len; i++)
    if (((const MdgImportMessage *) g_ptr_array_index (self->messages, i))->code == code)
      return TRUE;

  return FALSE;
}

/**
 * mdg_report_entry_get_label:
 * @self: an entry
 *
 * Names what the entry is about: "Slide 13, Counts by prefecture, one facility type: Hospitals", or
 * for a slide without a table its number and title.
 *
 * Returns: (transfer full): the label, in the language of the program
 */
char *
mdg_report_entry_get_label (const MdgReportEntry *self)
{
  GString *label = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->page != MDG_PAGE_UNKNOWN && self->kind == MDG_TABLE_COLUMN)
    /* Translators: %d is the number of a sheet of a spreadsheet. */
    g_string_append_printf (label, _ ("Sheet %d"), self->page);
  else if (self->page != MDG_PAGE_UNKNOWN)
    /* Translators: %d is the number of a slide. */
    g_string_append_printf (label, _ ("Slide %d"), self->page);

  if (self->kind != MDG_TABLE_NONE)
    {
      if (label->len > 0)
        g_string_append (label, C_ ("list", ", "));
      g_string_append (label, _ (kinds[self->kind].label));
      if (*self->title != '\0' && (self->kind == MDG_TABLE_COLUMN || self->kind == MDG_TABLE_TIDY))
        /* Translators: the heading of a column, or the name of a publication, as it stands there. */
        g_string_append_printf (label, C_ ("report entry", " “%s”"), self->title);
      if (self->facility_type < MDG_N_FACILITY_TYPES)
        /* Translators: what a table is about, or the title of a slide. */
        g_string_append_printf (label, C_ ("report entry", ": %s"),
                                mdg_facility_type_get_label (self->facility_type));
    }
  else if (*self->title != '\0')
    {
      g_string_append_printf (label, C_ ("report entry", ": %s"), self->title);
    }

  return g_string_free_and_steal (label);
}

/**
 * mdg_report_entry_get_summary:
 * @self: an entry
 *
 * Says what became of the table: "verified (235)", "as printed (15)", "refused".
 *
 * Returns: (transfer full): the summary, in the language of the program
 */
char *
mdg_report_entry_get_summary (const MdgReportEntry *self)
{
  const char *status;
  guint n_proved;

  g_return_val_if_fail (self != NULL, NULL);

  status = g_dpgettext2 (NULL, "import", statuses[self->status].label);
  n_proved = self->n_verified + self->n_confirmed;

  if (n_proved > 0 && self->n_printed > 0)
    /* Translators: “partly verified: 48 verified, 48 as printed”. */
    return g_strdup_printf (_ ("%s: %u verified, %u as printed"), status, n_proved,
                            self->n_printed);
  if (n_proved + self->n_printed > 0)
    /* Translators: what became of a table, and of how many figures. */
    return g_strdup_printf (C_ ("report entry", "%s (%u)"), status, n_proved + self->n_printed);

  return g_strdup (status);
}

/**
 * mdg_import_report_new:
 *
 * Returns: (transfer full): an empty report
 */
MdgImportReport *
mdg_import_report_new (void)
{
  MdgImportReport *self = g_new0 (MdgImportReport, 1);

  self->title = g_strdup ("");
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_report_entry_free);

  return self;
}

/**
 * mdg_import_report_free:
 * @self: (nullable): a report
 *
 * Frees a report.
 */
void
mdg_import_report_free (MdgImportReport *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * mdg_import_report_count:
 * @self: a report
 * @status: a status
 *
 * Returns: how many entries have @status
 */
guint
mdg_import_report_count (const MdgImportReport *self, MdgEntryStatus status)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->entries->len; i++)
    n += ((const MdgReportEntry *) g_ptr_array_index (self->entries, i))->status == status;

  return n;
}

/**
 * mdg_import_report_get_n_stored:
 * @self: a report
 *
 * Returns: how many figures were handed out, verified or as printed
 */
guint
mdg_import_report_get_n_stored (const MdgImportReport *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (self->entries, i);

      n += entry->n_verified + entry->n_printed;
    }

  return n;
}

static const char *
facility_id (MdgFacilityType type)
{
  return type < MDG_N_FACILITY_TYPES ? mdg_facility_type_get_id (type) : "";
}

/**
 * mdg_import_report_serialize:
 * @self: a report
 *
 * Writes a report as text that is kept with its edition. It holds no words of any language, so that
 * it can be shown in either.
 *
 * Returns: (transfer full): the text, which [func@mdg_import_report_parse] reads
 */
char *
mdg_import_report_serialize (const MdgImportReport *self)
{
  g_auto (GVariantBuilder) entries = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssissuuua(sas))"));
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *month = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  month = self->month != MDG_MONTH_NONE ? mdg_month_to_string (self->month) : g_strdup ("");
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (self->entries, i);
      g_auto (GVariantBuilder) messages = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sas)"));

      for (guint j = 0; j < entry->messages->len; j++)
        {
          const MdgImportMessage *message = g_ptr_array_index (entry->messages, j);

          g_variant_builder_add (&messages, "(s^as)", mdg_message_code_get_id (message->code),
                                 message->args);
        }
      g_variant_builder_add (&entries, "(ssissuuua(sas))", mdg_table_kind_get_id (entry->kind),
                             facility_id (entry->facility_type), entry->page, entry->title,
                             mdg_entry_status_get_id (entry->status), entry->n_verified,
                             entry->n_printed, entry->n_confirmed, &messages);
    }

  variant = g_variant_ref_sink (
    g_variant_new ("(ussa(ssissuuua(sas)))", REPORT_VERSION, self->title, month, &entries));

  return g_variant_print (variant, FALSE);
}

static MdgReportEntry *
parse_entry (GVariant *variant, GError **error)
{
  const char *kind_id;
  const char *type_id;
  const char *title;
  const char *status_id;
  MdgReportEntry *entry;
  MdgTableKind kind;
  MdgEntryStatus status;
  MdgFacilityType type = MDG_N_FACILITY_TYPES;
  g_autoptr (GVariantIter) messages = NULL;
  const char *code_id;
  char **args;
  gint32 page;
  guint32 n_verified;
  guint32 n_printed;
  guint32 n_confirmed;

  g_variant_get (variant, "(&s&si&s&suuua(sas))", &kind_id, &type_id, &page, &title, &status_id,
                 &n_verified, &n_printed, &n_confirmed, &messages);
  if (!mdg_table_kind_from_id (kind_id, &kind) || !mdg_entry_status_from_id (status_id, &status) ||
      (*type_id != '\0' && !mdg_facility_type_from_id (type_id, &type)))
    {
      g_set_error (error, G_VARIANT_PARSE_ERROR, G_VARIANT_PARSE_ERROR_FAILED,
                   _ ("The stored import report names a table or status that this version does not "
                      "know (%s, %s). Import the file again."),
                   kind_id, status_id);
      return NULL;
    }

  entry = mdg_report_entry_new (kind, page);
  entry->facility_type = type;
  g_set_str (&entry->title, title);
  entry->status = status;
  entry->n_verified = n_verified;
  entry->n_printed = n_printed;
  entry->n_confirmed = n_confirmed;

  while (g_variant_iter_next (messages, "(&s^a&s)", &code_id, &args))
    {
      g_autofree char **strings = args;
      MdgMessageCode code;

      /* A message of another version is left out; what became of the table still stands. */
      if (mdg_message_code_from_id (code_id, &code) &&
          g_strv_length (strings) == mdg_message_code_get_n_args (code))
        mdg_report_entry_take (entry,
                               mdg_import_message_new_args (code, (const char *const *) strings));
    }

  return entry;
}

/**
 * mdg_import_report_parse:
 * @text: what [func@mdg_import_report_serialize] wrote
 * @error: return location for an error
 *
 * Reads a stored report.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with an error of #GVariantParseError
 */
MdgImportReport *
mdg_import_report_parse (const char *text, GError **error)
{
  g_autoptr (MdgImportReport) self = mdg_import_report_new ();
  g_autoptr (GVariantIter) entries = NULL;
  g_autoptr (GVariant) variant = NULL;
  const char *title;
  const char *month;
  GVariant *child;
  guint32 version;

  g_return_val_if_fail (text != NULL, NULL);

  variant = g_variant_parse (G_VARIANT_TYPE (REPORT_TYPE), text, NULL, NULL, error);
  if (variant == NULL)
    return NULL;

  g_variant_get (variant, "(u&s&sa(ssissuuua(sas)))", &version, &title, &month, &entries);
  g_set_str (&self->title, title);
  if (*month != '\0')
    mdg_month_parse (month, &self->month);

  while ((child = g_variant_iter_next_value (entries)) != NULL)
    {
      MdgReportEntry *entry = parse_entry (child, error);

      g_variant_unref (child);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (self->entries, entry);
    }

  return g_steal_pointer (&self);
}

/**
 * mdg_import_report_render:
 * @self: a report
 *
 * Writes a report for people, one line for each table and slide and an indented line for each
 * message, as the command line prints it.
 *
 * Returns: (transfer full): the text, in the language of the program, ending with a line end
 */
char *
mdg_import_report_render (const MdgImportReport *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *label = mdg_report_entry_get_label (entry);
      g_autofree char *summary = mdg_report_entry_get_summary (entry);

      /* Translators: a slide or table, and what became of it. */
      g_string_append_printf (text, C_ ("report entry", "%s: %s\n"), label, summary);
      for (guint j = 0; j < entry->messages->len; j++)
        {
          g_autofree char *line =
            mdg_import_message_render (g_ptr_array_index (entry->messages, j));

          g_string_append_printf (text, "  %s\n", line);
        }
    }

  return g_string_free_and_steal (text);
}

/**
 * mdg_table_kind_get_id:
 * @kind: a table
 *
 * Returns: its id in stored reports
 */
const char *
mdg_table_kind_get_id (MdgTableKind kind)
{
  g_return_val_if_fail (kind < MDG_N_TABLE_KINDS, "");

  return kinds[kind].id;
}

/**
 * mdg_table_kind_from_id:
 * @id: an id
 * @kind: (out): the table
 *
 * Returns: whether there is such a table
 */
gboolean
mdg_table_kind_from_id (const char *id, MdgTableKind *kind)
{
  for (guint i = 0; i < MDG_N_TABLE_KINDS; i++)
    if (strcmp (kinds[i].id, id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mdg_table_kind_get_label:
 * @kind: a table
 *
 * Returns: (transfer none): its name, in the language of the program
 */
const char *
mdg_table_kind_get_label (MdgTableKind kind)
{
  g_return_val_if_fail (kind < MDG_N_TABLE_KINDS, "");

  return _ (kinds[kind].label);
}

/**
 * mdg_entry_status_get_id:
 * @status: a status
 *
 * Returns: its id in stored reports
 */
const char *
mdg_entry_status_get_id (MdgEntryStatus status)
{
  g_return_val_if_fail (status < MDG_N_ENTRY_STATUSES, "");

  return statuses[status].id;
}

/**
 * mdg_entry_status_from_id:
 * @id: an id
 * @status: (out): the status
 *
 * Returns: whether there is such a status
 */
gboolean
mdg_entry_status_from_id (const char *id, MdgEntryStatus *status)
{
  for (guint i = 0; i < MDG_N_ENTRY_STATUSES; i++)
    if (strcmp (statuses[i].id, id) == 0)
      {
        *status = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mdg_entry_status_get_label:
 * @status: a status
 *
 * Returns: (transfer none): its name, in the language of the program
 */
const char *
mdg_entry_status_get_label (MdgEntryStatus status)
{
  g_return_val_if_fail (status < MDG_N_ENTRY_STATUSES, "");

  return g_dpgettext2 (NULL, "import", statuses[status].label);
}
