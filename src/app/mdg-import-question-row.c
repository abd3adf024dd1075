/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-import-question-row.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "import/deck/mdg-scan.h"

/* A question on screen. */
typedef struct
{
  char *id;
  GPtrArray *answers; /* (element-type utf8): of the choices; the first stands for none */
  MdgAnswered answered;
  gpointer data;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_free (self->id);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static const char *
get_text (MdgQuestionKind kind)
{
  switch (kind)
    {
    case MDG_QUESTION_MONTH:
      return _ ("Which month are the figures of?");
    case MDG_QUESTION_MEASURE:
      return _ ("What does this column hold?");
    case MDG_QUESTION_FACILITY_TYPE:
      return _ ("Which kind of facility are the figures of?");
    case MDG_QUESTION_PERCENT:
      return _ ("How are the rates written?");
    case MDG_QUESTION_READING:
    case MDG_N_QUESTION_KINDS:
    default:
      return _ ("Which reading is right?");
    }
}

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, Asked *asked)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected < asked->answers->len)
    asked->answered (asked->id, g_ptr_array_index (asked->answers, selected), asked->data);
}

/* Whatever spelling is usual: 2025-10, 2025年10月, 令和7年10月, R7.10. */
static gboolean
parse_month (const char *text, MdgMonth *month)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  const char *cursor = plain;

  if (plain == NULL)
    return FALSE;
  g_strstrip (plain);

  return mdg_month_parse (plain, month) ||
         (mdg_scan_month (&cursor, month) && mdg_scan_end (&cursor));
}

static void
month_applied_cb (AdwEntryRow *row, Asked *asked)
{
  MdgMonth month = MDG_MONTH_NONE;
  g_autofree char *answer = NULL;

  if (!parse_month (gtk_editable_get_text (GTK_EDITABLE (row)), &month))
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_announce (GTK_ACCESSIBLE (row),
                               _ ("This is no month. Write it as 2025-10 or R7.10."),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      return;
    }

  answer = mdg_month_to_string (month);
  asked->answered (asked->id, answer, asked->data);
}

static void
month_changed_cb (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
}

static GtkWidget *
create_month_row (const MdgImportQuestion *question, Asked *asked)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *title = NULL;

  /* Translators: follows a question; keep the two spellings as they are. */
  title = g_strdup_printf (_ ("%s (as 2025-10 or R7.10)"), get_text (question->kind));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (question->answer != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), question->answer);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (month_applied_cb), asked);
  g_signal_connect (row, "changed", G_CALLBACK (month_changed_cb), NULL);

  return row;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (string));
}

static GtkWidget *
create_choice_row (const MdgImportQuestion *question, Asked *asked)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  guint selected = 0;

  /* Translators: what stands in a list of answers before one is chosen. */
  gtk_string_list_append (labels, _ ("Choose…"));
  g_ptr_array_add (asked->answers, NULL);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const MdgImportChoice *choice = g_ptr_array_index (question->choices, i);

      if (g_strcmp0 (choice->answer, question->answer) == 0)
        selected = i + 1;
      gtk_string_list_append (labels, choice->label);
      g_ptr_array_add (asked->answers, g_strdup (choice->answer));
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_text (question->kind));
  if (question->subject != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), question->subject);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (row), factory);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), asked);

  return row;
}

/**
 * mdg_import_question_row_new:
 * @question: what a file does not tell
 * @answered: called when the user answers
 * @data: data for @answered, which outlives the row
 *
 * Returns: (transfer floating): a row that asks the user
 */
GtkWidget *
mdg_import_question_row_new (const MdgImportQuestion *question, MdgAnswered answered, gpointer data)
{
  Asked *asked;
  GtkWidget *row;

  g_return_val_if_fail (question != NULL, NULL);

  asked = g_new0 (Asked, 1);
  asked->id = g_strdup (question->id);
  asked->answers = g_ptr_array_new_with_free_func (g_free);
  asked->answered = answered;
  asked->data = data;

  row = question->choices->len > 0 ? create_choice_row (question, asked)
                                   : create_month_row (question, asked);
  g_object_set_data_full (G_OBJECT (row), "mdg-asked", asked, asked_free);

  return row;
}
