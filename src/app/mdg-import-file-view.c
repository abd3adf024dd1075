/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-import-file-view.h"

#include <glib/gi18n.h>

#include "app/mdg-import-question-row.h"
#include "app/mdg-import-words.h"
#include "app/mdg-report-entry-row.h"
#include "core/mdg-format.h"
#include "model/mdg-provenance.h"

/* So many differences stand in the preview, and so many at most on the page of all. */
#define N_CONFLICTS_INLINE 3
#define N_CONFLICTS_MAX 200

struct _MdgImportFileView
{
  AdwBin parent_instance;

  MdgImportItem *item;
  MdgImportResult *shown; /* what the rows show; only compared, never read */
  GPtrArray *rows;        /* (element-type GtkWidget): rows that were added to groups */
  GPtrArray *entry_rows; /* (element-type GtkWidget): by index of the entry; NULL for one to come */
  guint next_entry;      /* the next one that the idle source looks at */
  guint entries_source;  /* adds the rows that may come a moment later */
  char *questions_key;   /* which questions stand there */
  char *entries_key;     /* which tables stand there */

  GtkImage *headline_icon;
  GtkLabel *headline_label;
  GtkLabel *explanation_label;
  AdwPreferencesGroup *questions_group;
  AdwActionRow *file_row;
  AdwPreferencesGroup *refused_group;
  AdwPreferencesGroup *conflicts_group;
  AdwPreferencesGroup *changes_group;
  GtkLabel *new_label;
  GtkWidget *same_row;
  GtkLabel *same_label;
  AdwPreferencesGroup *tables_group;
  GtkWidget *other_group;
  AdwExpanderRow *other_row;
};

G_DEFINE_FINAL_TYPE (MdgImportFileView, mdg_import_file_view, ADW_TYPE_BIN)

static void
add_row (AdwPreferencesGroup *group, GtkWidget *row, GPtrArray *rows)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

/* Takes the rows of one group out of it. */
static void
clear_group (MdgImportFileView *self, AdwPreferencesGroup *group)
{
  for (guint i = self->rows->len; i-- > 0;)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP) != GTK_WIDGET (group))
        continue;
      adw_preferences_group_remove (group, row);
      g_ptr_array_remove_index (self->rows, i);
    }
}

static void
show_headline (MdgImportFileView *self)
{
  const MdgImportReport *report = mdg_import_item_get_result (self->item)->report;
  guint n_verified = 0;
  guint n = mdg_import_item_get_n_figures (self->item, &n_verified);
  g_autofree char *headline = mdg_import_words_headline (n, n_verified);
  g_autofree char *explanation =
    mdg_import_words_explain (n, n_verified, mdg_import_report_count (report, MDG_ENTRY_REFUSED));
  const char *icon =
    mdg_provenance_get_icon_name (n_verified > 0 ? MDG_QUALITY_VERIFIED : MDG_QUALITY_PRINTED);

  if (n == 0 && mdg_import_item_has_open_question (self->item))
    {
      icon = "dialog-question-symbolic";
      g_set_str (&headline, _ ("Some Questions First"));
      g_set_str (&explanation, _ ("The file does not tell everything about its figures. As you "
                                  "answer, you see here what can be stored."));
    }
  else if (n == 0)
    {
      icon = "dialog-warning-symbolic";
    }

  gtk_image_set_from_icon_name (self->headline_icon, icon);
  if (n_verified > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->headline_icon), "success");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->headline_icon), "success");
  gtk_label_set_label (self->headline_label, headline);
  gtk_label_set_label (self->explanation_label, explanation);
}

static void
show_file (MdgImportFileView *self)
{
  const MdgImportResult *result = mdg_import_item_get_result (self->item);
  const char *title = mdg_import_result_get_edition (result)->title;
  g_autofree char *text = mdg_import_words_describe_file (self->item);

  if (title == NULL || *title == '\0')
    title = mdg_import_item_get_name (self->item);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), title);
  adw_action_row_set_subtitle (self->file_row, text);
}

static void
answered_cb (const char *question, const char *answer, gpointer data)
{
  MdgImportFileView *self = data;

  mdg_import_item_answer (self->item, question, answer);
}

/* The rows stay as long as the same is asked, so that the one that is worked in keeps the focus. */
static void
show_questions (MdgImportFileView *self)
{
  GPtrArray *questions = mdg_import_item_get_result (self->item)->questions;
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (key, "%s\n",
                            ((const MdgImportQuestion *) g_ptr_array_index (questions, i))->id);
  gtk_widget_set_visible (GTK_WIDGET (self->questions_group), questions->len > 0);
  if (g_strcmp0 (key->str, self->questions_key) == 0)
    return;

  g_set_str (&self->questions_key, key->str);
  clear_group (self, self->questions_group);
  for (guint i = 0; i < questions->len; i++)
    add_row (self->questions_group,
             mdg_import_question_row_new (g_ptr_array_index (questions, i), answered_cb, self),
             self->rows);
}

static GtkWidget *
create_conflict_row (const MdgImportConflict *conflict, const MdgEdition *edition)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = mdg_import_words_name_figure (&conflict->new);
  g_autofree char *subtitle = mdg_import_words_describe_conflict (conflict, edition);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static AdwNavigationPage *
create_conflicts_page (MdgImportFileView *self)
{
  GArray *conflicts = mdg_import_item_get_comparison (self->item)->conflicts;
  const MdgEdition *edition =
    mdg_import_result_get_edition (mdg_import_item_get_result (self->item));
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  guint n = MIN (conflicts->len, N_CONFLICTS_MAX);

  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      create_conflict_row (&g_array_index (conflicts, MdgImportConflict, i), edition));
  if (n < conflicts->len)
    {
      g_autofree char *first = mdg_format_count (n);
      g_autofree char *all = mdg_format_count (conflicts->len);
      g_autofree char *text = g_strdup_printf (
        /* Translators: how many figures stand in a list, and how many there are. */
        _ ("The first %s of %s figures. After storing, the table page shows all of them."), first,
        all);

      adw_preferences_page_set_description (ADW_PREFERENCES_PAGE (page), text);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);

  return adw_navigation_page_new (view, _ ("Differences"));
}

static void
show_all_conflicts_cb (MdgImportFileView *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), create_conflicts_page (self));
}

static void
show_conflicts (MdgImportFileView *self)
{
  GArray *conflicts = mdg_import_item_get_comparison (self->item)->conflicts;
  const MdgEdition *edition =
    mdg_import_result_get_edition (mdg_import_item_get_result (self->item));

  clear_group (self, self->conflicts_group);
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts_group), conflicts->len > 0);
  for (guint i = 0; i < MIN (conflicts->len, N_CONFLICTS_INLINE); i++)
    add_row (self->conflicts_group,
             create_conflict_row (&g_array_index (conflicts, MdgImportConflict, i), edition),
             self->rows);

  if (conflicts->len > N_CONFLICTS_INLINE)
    {
      GtkWidget *row = adw_button_row_new ();
      g_autofree char *count = mdg_format_count (conflicts->len);
      g_autofree char *title = g_strdup_printf (_ ("Show All %s"), count);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "go-next-symbolic");
      g_signal_connect_object (row, "activated", G_CALLBACK (show_all_conflicts_cb), self,
                               G_CONNECT_SWAPPED);
      add_row (self->conflicts_group, row, self->rows);
    }
}

static void
show_changes (MdgImportFileView *self)
{
  const MdgImportComparison *comparison = mdg_import_item_get_comparison (self->item);
  g_autofree char *n_new = mdg_format_count (comparison->n_new);
  g_autofree char *n_same = mdg_format_count (comparison->n_same);

  gtk_label_set_label (self->new_label, n_new);
  gtk_label_set_label (self->same_label, n_same);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group),
                          comparison->n_new + comparison->n_same > 0);
  gtk_widget_set_visible (self->same_row, comparison->n_same > 0);
}

static gboolean
is_refused (MdgEntryStatus status)
{
  return status == MDG_ENTRY_REFUSED || status == MDG_ENTRY_ACCEPTED;
}

static gboolean
is_other (const MdgReportEntry *entry)
{
  return entry->status == MDG_ENTRY_CHART || entry->status == MDG_ENTRY_TEXT ||
         entry->status == MDG_ENTRY_CONTINUED;
}

static char *
make_entries_key (GPtrArray *entries)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (key, "%d/%d/%d/%d/%u/%s\n", entry->kind, entry->facility_type,
                              entry->page,
                              is_refused (entry->status) ? MDG_ENTRY_REFUSED : entry->status,
                              entry->messages->len, entry->title);
    }

  return g_string_free_and_steal (key);
}

static void
accept_changed_cb (MdgImportFileView *self, gboolean accept, MdgReportEntryRow *row)
{
  GPtrArray *entries = mdg_import_item_get_result (self->item)->report->entries;

  for (guint i = 0; i < self->entry_rows->len && i < entries->len; i++)
    if (g_ptr_array_index (self->entry_rows, i) == row)
      mdg_import_item_accept (self->item, g_ptr_array_index (entries, i), accept);
}

static void
add_entry (MdgImportFileView *self, const MdgReportEntry *entry, guint index)
{
  GtkWidget *row = mdg_report_entry_row_new (entry);

  self->entry_rows->pdata[index] = row;
  if (is_other (entry))
    {
      adw_expander_row_add_row (self->other_row, row);
      return;
    }
  if (!is_refused (entry->status))
    {
      add_row (self->tables_group, row, self->rows);
      return;
    }

  add_row (self->refused_group, row, self->rows);
  if (!MDG_IS_REPORT_ENTRY_ROW (row))
    return;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  if (mdg_import_item_can_accept (self->item, entry))
    {
      mdg_report_entry_row_offer (MDG_REPORT_ENTRY_ROW (row), entry);
      g_signal_connect_object (row, "accept-changed", G_CALLBACK (accept_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
count_others (MdgImportFileView *self, GPtrArray *entries)
{
  guint n = 0;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < entries->len; i++)
    n += is_other (g_ptr_array_index (entries, i));
  subtitle = g_strdup_printf (g_dngettext (NULL, "%u slide", "%u slides", n), n);
  adw_expander_row_set_subtitle (self->other_row, subtitle);
  gtk_widget_set_visible (self->other_group, n > 0);
}

static gboolean
any_row_in (MdgImportFileView *self, AdwPreferencesGroup *group)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_is_ancestor (g_ptr_array_index (self->rows, i), GTK_WIDGET (group)))
      return TRUE;

  return FALSE;
}

/* A row for each table of a deck takes longer than a frame, so those that were not refused are added
 * one by one, when there is nothing else to do. */
static gboolean
add_next_entry_cb (gpointer data)
{
  MdgImportFileView *self = data;
  const MdgImportResult *result = mdg_import_item_get_result (self->item);
  GPtrArray *entries;

  /* The file is being read again; the rest comes with what is read then. */
  if (result == NULL || result != self->shown)
    {
      self->entries_source = 0;
      return G_SOURCE_REMOVE;
    }

  entries = result->report->entries;
  while (self->next_entry < entries->len &&
         g_ptr_array_index (self->entry_rows, self->next_entry) != NULL)
    self->next_entry++;
  if (self->next_entry == entries->len)
    {
      self->entries_source = 0;
      return G_SOURCE_REMOVE;
    }

  add_entry (self, g_ptr_array_index (entries, self->next_entry), self->next_entry);

  return G_SOURCE_CONTINUE;
}

static void
add_the_rest (MdgImportFileView *self)
{
  if (self->entries_source == 0)
    self->entries_source = g_idle_add (add_next_entry_cb, self);
}

static void
add_entries (MdgImportFileView *self, GPtrArray *entries)
{
  guint n_tables = 0;

  g_ptr_array_set_size (self->entry_rows, (int) entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (entries, i);

      if (is_refused (entry->status))
        add_entry (self, entry, i);
      else
        n_tables += !is_other (entry);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->refused_group), any_row_in (self, self->refused_group));
  gtk_widget_set_visible (GTK_WIDGET (self->tables_group), n_tables > 0);

  self->next_entry = 0;
  add_the_rest (self);
}

static void
show_entries (MdgImportFileView *self)
{
  GPtrArray *entries = mdg_import_item_get_result (self->item)->report->entries;
  g_autofree char *key = make_entries_key (entries);

  if (g_strcmp0 (key, self->entries_key) == 0)
    {
      for (guint i = 0; i < entries->len; i++)
        if (g_ptr_array_index (self->entry_rows, i) != NULL &&
            MDG_IS_REPORT_ENTRY_ROW (g_ptr_array_index (self->entry_rows, i)))
          mdg_report_entry_row_update (g_ptr_array_index (self->entry_rows, i),
                                       g_ptr_array_index (entries, i));
      add_the_rest (self);
      return;
    }

  g_set_str (&self->entries_key, key);
  for (guint i = 0; i < self->entry_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->entry_rows, i);

      if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->other_row)))
        adw_expander_row_remove (self->other_row, row);
    }
  g_ptr_array_set_size (self->entry_rows, 0);
  clear_group (self, self->refused_group);
  clear_group (self, self->tables_group);

  add_entries (self, entries);
  count_others (self, entries);
}

static void
changed_cb (MdgImportFileView *self)
{
  MdgImportResult *result = mdg_import_item_get_result (self->item);

  /* While the file is read again, what was read before stays. */
  if (result == NULL || result == self->shown)
    return;

  self->shown = result;
  show_headline (self);
  show_file (self);
  show_questions (self);
  show_conflicts (self);
  show_changes (self);
  show_entries (self);
}

static void
mdg_import_file_view_dispose (GObject *object)
{
  MdgImportFileView *self = MDG_IMPORT_FILE_VIEW (object);

  g_clear_handle_id (&self->entries_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_IMPORT_FILE_VIEW);
  g_clear_object (&self->item);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->entry_rows, g_ptr_array_unref);
  g_clear_pointer (&self->questions_key, g_free);
  g_clear_pointer (&self->entries_key, g_free);

  G_OBJECT_CLASS (mdg_import_file_view_parent_class)->dispose (object);
}

static void
mdg_import_file_view_class_init (MdgImportFileViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_import_file_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-import-file-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, headline_icon);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, headline_label);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, questions_group);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, file_row);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, refused_group);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, conflicts_group);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, changes_group);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, new_label);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, same_row);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, same_label);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, tables_group);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, other_group);
  gtk_widget_class_bind_template_child (widget_class, MdgImportFileView, other_row);
}

static void
mdg_import_file_view_init (MdgImportFileView *self)
{
  self->rows = g_ptr_array_new ();
  self->entry_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_import_file_view_new:
 * @item: a file that was read
 *
 * Returns: (transfer floating): its preview
 */
MdgImportFileView *
mdg_import_file_view_new (MdgImportItem *item)
{
  MdgImportFileView *self = g_object_new (MDG_TYPE_IMPORT_FILE_VIEW, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return self;
}
