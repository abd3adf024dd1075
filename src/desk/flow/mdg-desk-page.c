/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-desk-page.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "core/mdg-run.h"
#include "desk/mdg-basis-view.h"
#include "desk/flow/mdg-choice-button.h"
#include "desk/flow/mdg-contacts-dialog.h"
#include "desk/flow/mdg-day-button.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-doubt-box.h"
#include "desk/flow/mdg-outcome-card.h"
#include "desk/flow/mdg-path-bar.h"
#include "desk/flow/mdg-situation-list.h"
#include "guide/mdg-guide-walk.h"

#define N_DIGITS 9

struct _MdgDeskPage
{
  AdwBin parent_instance;

  MdgGuidePack *pack;
  MdgStore *store;
  MdgClock *clock;
  MdgGuideWalk *walk;
  GPtrArray *contacts; /* (nullable) (element-type MdgContact) */

  AdwBanner *banner;
  GtkStack *stack;
  MdgPathBar *path_bar;
  MdgDayButton *day_button;

  MdgSituationList *situation_list;

  GtkScrolledWindow *question_scroller;
  GtkLabel *question_label;
  GtkLabel *help_label;
  MdgDoubtBox *question_doubt;
  GtkBox *choices_box;
  MdgBasisView *question_basis;

  GtkScrolledWindow *outcome_scroller;
  MdgOutcomeCard *outcome_card;

  AdwStatusPage *not_covered;
  GtkButton *covered_button;
};

enum
{
  PROP_0,
  PROP_PACK,
  PROP_STORE,
  PROP_CLOCK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPEN_CHECKLIST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgDeskPage, mdg_desk_page, ADW_TYPE_BIN)

static void
announce (MdgDeskPage *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
scroll_to_top (GtkScrolledWindow *scroller)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0);
}

static GtkWidget *
get_choices (MdgDeskPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "list") == 0)
    return GTK_WIDGET (self->situation_list);
  if (g_strcmp0 (name, "question") == 0)
    return GTK_WIDGET (self->choices_box);

  return NULL;
}

/* Keys work where the focus is, so it is never left behind on what is gone. */
static void
focus_content (MdgDeskPage *self)
{
  GtkWidget *choices;
  GtkWidget *first;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  choices = get_choices (self);
  first = choices != NULL ? mdg_choice_button_find (choices, 1) : NULL;
  if (first != NULL)
    gtk_widget_grab_focus (first);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "outcome") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->outcome_card));
}

/* Questions and outcomes. */

static void
choice_clicked_cb (GtkWidget *button, MdgDeskPage *self)
{
  mdg_guide_walk_choose (self->walk, gtk_widget_get_name (button));
}

static void
show_question (MdgDeskPage *self, const MdgNode *question)
{
  const char *help = mdg_guide_text_get (&question->help);

  gtk_label_set_label (self->question_label, mdg_guide_text_get (&question->text));
  gtk_label_set_label (self->help_label, help != NULL ? help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help_label), help != NULL);

  mdg_desk_remove_children (GTK_WIDGET (self->choices_box));
  for (guint i = 0; i < question->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (question->choices, i);
      GtkWidget *button = mdg_choice_button_new (NULL, mdg_guide_text_get (&choice->text),
                                                 mdg_guide_text_get (&choice->detail), i + 1);

      gtk_widget_set_name (button, choice->id);
      g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb), self, 0);
      gtk_box_append (self->choices_box, button);
    }

  mdg_doubt_box_set_doubt (self->question_doubt, &question->basis.doubt);
  mdg_basis_view_set_basis (self->question_basis, &question->basis);
  gtk_stack_set_visible_child_name (self->stack, "question");
  scroll_to_top (self->question_scroller);
  announce (self, mdg_guide_text_get (&question->text));
}

static void
show_outcome (MdgDeskPage *self, const MdgNode *outcome)
{
  g_autoptr (GPtrArray) doubts = mdg_guide_walk_list_doubts (self->walk);
  g_autofree char *message = NULL;

  mdg_outcome_card_set_outcome (self->outcome_card, self->pack,
                                mdg_guide_walk_get_situation (self->walk), outcome, doubts,
                                mdg_guide_walk_get_day (self->walk));
  gtk_stack_set_visible_child_name (self->stack, "outcome");
  scroll_to_top (self->outcome_scroller);

  /* Translators: what a screen reader says: the outcome, and what to say to the patient. */
  message = g_strdup_printf (_ ("Outcome: %s. Say: %s"), mdg_guide_text_get (&outcome->text),
                             mdg_guide_text_get (&outcome->say));
  announce (self, message);
}

static gboolean
is_covered (MdgDeskPage *self, MdgDay day)
{
  return day >= mdg_guide_pack_get_covers_from (self->pack);
}

static void
show_not_covered (MdgDeskPage *self)
{
  g_autofree char *day = mdg_format_day (mdg_guide_pack_get_covers_from (self->pack));
  g_autofree char *description = g_strdup_printf (_ ("The guide begins on %s."), day);
  g_autofree char *first_day = g_strdup_printf (_ ("Rules of %s"), day);

  adw_status_page_set_description (self->not_covered, description);

  /* A clock that is set back may stand before the first day itself. */
  gtk_button_set_label (self->covered_button, is_covered (self, mdg_clock_get_today (self->clock))
                                                ? _ ("_Back to Today")
                                                : first_day);
  gtk_stack_set_visible_child_name (self->stack, "not-covered");
  announce (self, description);
}

static void
show_situations (MdgDeskPage *self)
{
  if (!is_covered (self, mdg_guide_walk_get_day (self->walk)))
    {
      show_not_covered (self);
      return;
    }

  mdg_situation_list_set_pack (self->situation_list, self->pack,
                               mdg_guide_walk_get_day (self->walk));
  gtk_stack_set_visible_child_name (self->stack, "list");
  announce (self, _ ("All situations"));
}

static void
walk_changed_cb (MdgDeskPage *self)
{
  const MdgNode *node = mdg_guide_walk_get_node (self->walk);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self->path_bar), node != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", node != NULL);

  if (node != NULL)
    {
      /* Words that led here have done their work. */
      mdg_situation_list_clear_search (self->situation_list);
      if (node->type == MDG_NODE_QUESTION)
        show_question (self, node);
      else
        show_outcome (self, node);
    }
  else
    show_situations (self);

  if (had_focus)
    focus_content (self);
}

static void
day_changed_cb (MdgDeskPage *self)
{
  MdgDay day = mdg_day_button_get_day (self->day_button);
  g_autofree char *text = mdg_format_day (day);
  g_autofree char *title = NULL;

  /* Translators: a day that is not today. */
  title = g_strdup_printf (_ ("These are the rules of %s, not of today"), text);
  adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner,
                           !mdg_day_button_is_today (self->day_button) && is_covered (self, day));
  if (mdg_day_button_is_today (self->day_button))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "another-day");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "another-day");

  if (mdg_guide_walk_get_day (self->walk) != day)
    mdg_guide_walk_set_day (self->walk, day);
  announce (self, mdg_day_button_is_today (self->day_button) ? _ ("Rules of today") : title);
}

static void
situation_chosen_cb (MdgDeskPage *self, const char *id)
{
  mdg_guide_walk_start (self->walk, id);
}

static void
today_clicked_cb (MdgDeskPage *self)
{
  mdg_day_button_set_today (self->day_button);
}

static void
covered_clicked_cb (MdgDeskPage *self)
{
  if (is_covered (self, mdg_clock_get_today (self->clock)))
    mdg_day_button_set_today (self->day_button);
  else
    mdg_day_button_set_day (self->day_button, mdg_guide_pack_get_covers_from (self->pack));
}

/* Contacts. */

static gpointer
list_contacts_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_list_contacts (database, error);
}

static void
list_contacts_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgDeskPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *contacts = mdg_store_run_finish (MDG_STORE (source), result, &error);

  if (contacts == NULL)
    {
      mdg_desk_tell (GTK_WIDGET (self), error->message);
      return;
    }

  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  self->contacts = contacts;
  if (self->outcome_card != NULL)
    mdg_outcome_card_set_contacts (self->outcome_card, contacts);
}

static void
load_contacts (MdgDeskPage *self)
{
  if (mdg_store_get_state (self->store) == MDG_STORE_CLOSED)
    return;

  mdg_store_run_async (self->store, list_contacts_work, NULL, NULL,
                       (GDestroyNotify) g_ptr_array_unref, NULL, list_contacts_done_cb,
                       g_object_ref (self));
}

static void
edit_contacts_cb (MdgDeskPage *self)
{
  AdwDialog *dialog = mdg_contacts_dialog_new (self->store, self->contacts);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (load_contacts), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
open_checklist_cb (MdgDeskPage *self, const char *id)
{
  g_signal_emit (self, signals[OPEN_CHECKLIST], 0, id);
}

static void
start_over_cb (MdgDeskPage *self)
{
  mdg_guide_walk_reset (self->walk);
}

/* Actions. */

static void
search_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgDeskPage *self = MDG_DESK_PAGE (widget);

  mdg_guide_walk_reset (self->walk);
  mdg_situation_list_focus_search (self->situation_list);
}

static void
back_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mdg_guide_walk_back (MDG_DESK_PAGE (widget)->walk);
}

static void
choose_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *choices = get_choices (MDG_DESK_PAGE (widget));
  GtkWidget *button =
    choices != NULL ? mdg_choice_button_find (choices, g_variant_get_int32 (parameter)) : NULL;

  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
}

static gboolean
focus_content_cb (gpointer data)
{
  focus_content (data);

  return G_SOURCE_REMOVE;
}

static void
mdg_desk_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mdg_desk_page_parent_class)->map (widget);

  /* A window that is just shown chooses a focus of its own first. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_content_cb, g_object_ref (widget),
                   g_object_unref);
}

static void
mdg_desk_page_constructed (GObject *object)
{
  MdgDeskPage *self = MDG_DESK_PAGE (object);

  G_OBJECT_CLASS (mdg_desk_page_parent_class)->constructed (object);

  if (self->clock == NULL)
    self->clock = g_object_ref (mdg_clock_get_default ());

  self->walk = mdg_guide_walk_new (self->pack, mdg_clock_get_today (self->clock));
  mdg_path_bar_set_walk (self->path_bar, self->walk);
  g_signal_connect_object (self->walk, "changed", G_CALLBACK (walk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mdg_day_button_set_clock (self->day_button, self->clock);
  g_signal_connect_object (self->day_button, "notify::day", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_situations (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", FALSE);

  g_signal_connect_object (self->store, "notify::state", G_CALLBACK (load_contacts), self,
                           G_CONNECT_SWAPPED);
  load_contacts (self);
}

static void
mdg_desk_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MdgDeskPage *self = MDG_DESK_PAGE (object);

  switch (prop_id)
    {
    case PROP_PACK:
      self->pack = g_value_dup_boxed (value);
      break;
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_desk_page_dispose (GObject *object)
{
  MdgDeskPage *self = MDG_DESK_PAGE (object);

  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_DESK_PAGE);
  g_clear_object (&self->walk);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_desk_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 1; i <= N_DIGITS; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "page.choose", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, 0, "page.choose", "i",
                                           i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "page.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
}

static void
mdg_desk_page_class_init (MdgDeskPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = mdg_desk_page_constructed;
  object_class->set_property = mdg_desk_page_set_property;
  object_class->dispose = mdg_desk_page_dispose;
  widget_class->map = mdg_desk_page_map;

  /**
   * MdgDeskPage:pack:
   *
   * The guide pack to walk through.
   */
  properties[PROP_PACK] = g_param_spec_boxed ("pack", NULL, NULL, MDG_TYPE_GUIDE_PACK, flags);

  /**
   * MdgDeskPage:store:
   *
   * Where the facility's contacts are kept.
   */
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, MDG_TYPE_STORE, flags);

  /**
   * MdgDeskPage:clock:
   *
   * The clock that says which day is today; the default clock if %NULL.
   */
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, MDG_TYPE_CLOCK, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MdgDeskPage::open-checklist:
   * @self: the page
   * @id: the id of a checklist
   *
   * The user asked for a checklist that an outcome names.
   */
  signals[OPEN_CHECKLIST] =
    g_signal_new ("open-checklist", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MDG_TYPE_BASIS_VIEW);
  g_type_ensure (MDG_TYPE_DAY_BUTTON);
  g_type_ensure (MDG_TYPE_DOUBT_BOX);
  g_type_ensure (MDG_TYPE_OUTCOME_CARD);
  g_type_ensure (MDG_TYPE_PATH_BAR);
  g_type_ensure (MDG_TYPE_SITUATION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/desk/flow/mdg-desk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, banner);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, path_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, situation_list);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, question_scroller);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, help_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, question_doubt);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, choices_box);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, question_basis);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, outcome_scroller);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, outcome_card);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, not_covered);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, covered_button);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, covered_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, situation_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, announce);
  gtk_widget_class_bind_template_callback (widget_class, edit_contacts_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_checklist_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "page.choose", "i", choose_action_cb);
  add_keys (widget_class);
}

static void
mdg_desk_page_init (MdgDeskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_desk_page_new:
 * @pack: a guide pack
 * @store: where the facility's contacts are kept
 *
 * Returns: (transfer floating): a page that stands at the list of situations of today
 */
MdgDeskPage *
mdg_desk_page_new (MdgGuidePack *pack, MdgStore *store)
{
  g_return_val_if_fail (pack != NULL, NULL);
  g_return_val_if_fail (MDG_IS_STORE (store), NULL);

  return g_object_new (MDG_TYPE_DESK_PAGE, "pack", pack, "store", store, NULL);
}
