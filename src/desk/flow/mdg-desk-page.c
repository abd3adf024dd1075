/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-desk-page.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/flow/mdg-choice-button.h"
#include "desk/flow/mdg-day-button.h"
#include "desk/flow/mdg-desk-contacts.h"
#include "desk/flow/mdg-desk-log-dialog.h"
#include "desk/flow/mdg-desk-print-dialog.h"
#include "desk/flow/mdg-not-covered-view.h"
#include "desk/flow/mdg-outcome-card.h"
#include "desk/flow/mdg-path-bar.h"
#include "desk/flow/mdg-question-view.h"
#include "desk/flow/mdg-situation-list.h"
#include "desk/mdg-desk-util.h"
#include "guide/mdg-guide-walk.h"

#define N_DIGITS 9

struct _MdgDeskPage
{
  MdgPackPage parent_instance;

  MdgGuideWalk *walk;
  MdgDeskCase *desk_case;
  MdgDeskContacts *contacts;
  gboolean is_resumed;  /* and the user has not been told */
  gboolean takes_focus; /* once, when it is mapped */

  AdwBanner *banner;
  MdgAgeBanner *age_banner;
  GtkStack *stack;
  MdgPathBar *path_bar;
  MdgDayButton *day_button;

  MdgSituationList *situation_list;

  MdgQuestionView *question_view;

  GtkScrolledWindow *outcome_scroller;
  MdgOutcomeCard *outcome_card;

  MdgNotCoveredView *not_covered;
};

enum
{
  OPEN_CHECKLIST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgDeskPage, mdg_desk_page, MDG_TYPE_PACK_PAGE)

static void
announce (MdgDeskPage *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static GtkWidget *
get_choices (MdgDeskPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "list") == 0)
    return GTK_WIDGET (self->situation_list);
  if (g_strcmp0 (name, "question") == 0)
    return GTK_WIDGET (self->question_view);

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
choice_chosen_cb (MdgDeskPage *self, const char *id)
{
  mdg_guide_walk_choose (self->walk, id);
}

static void
show_question (MdgDeskPage *self, const MdgNode *question)
{
  mdg_question_view_set_question (self->question_view,
                                  mdg_pack_page_get_pack (MDG_PACK_PAGE (self)), question,
                                  mdg_guide_walk_get_day (self->walk));
  gtk_stack_set_visible_child_name (self->stack, "question");
  announce (self, mdg_guide_text_get (&question->text));
}

static void
show_outcome (MdgDeskPage *self, const MdgNode *outcome)
{
  g_autoptr (GPtrArray) doubts = mdg_guide_walk_list_doubts (self->walk);
  g_autofree char *message = NULL;

  mdg_outcome_card_set_outcome (self->outcome_card, mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                                mdg_guide_walk_get_situation (self->walk), outcome, doubts,
                                mdg_guide_walk_get_day (self->walk));
  gtk_stack_set_visible_child_name (self->stack, "outcome");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->outcome_scroller), 0);

  /* Translators: what a screen reader says: the outcome, and what to say to the patient. */
  message = g_strdup_printf (_ ("Outcome: %s. Say: %s"), mdg_guide_text_get (&outcome->text),
                             mdg_guide_text_get (&outcome->say));
  announce (self, message);
}

static gboolean
is_covered (MdgDeskPage *self, MdgDay day)
{
  return day >= mdg_guide_pack_get_covers_from (mdg_pack_page_get_pack (MDG_PACK_PAGE (self)));
}

static void
show_situations (MdgDeskPage *self)
{
  if (!is_covered (self, mdg_guide_walk_get_day (self->walk)))
    {
      announce (self, mdg_not_covered_view_show (
                        self->not_covered, mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                        mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self)))));
      gtk_stack_set_visible_child_name (self->stack, "not-covered");
      return;
    }

  mdg_situation_list_set_pack (self->situation_list, mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
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
day_chosen_cb (MdgDeskPage *self, MdgDay day)
{
  mdg_day_button_set_day (self->day_button, day);
}

/* What the outcome card asks for. */

static void
contacts_changed_cb (MdgDeskPage *self)
{
  mdg_outcome_card_set_contacts (self->outcome_card, mdg_desk_contacts_get (self->contacts));
}

static void
edit_contacts_cb (MdgDeskPage *self)
{
  mdg_desk_contacts_edit (self->contacts, GTK_WIDGET (self));
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

/* Nothing that was done is lost, so it is enough to say it. */
static void
failed_cb (MdgDeskPage *self, const char *message)
{
  mdg_desk_tell (GTK_WIDGET (self), message);
}

static void
tell_resumed (MdgDeskPage *self)
{
  AdwToast *toast = adw_toast_new (_ ("Resumed where you were"));

  self->is_resumed = FALSE;
  adw_toast_set_button_label (toast, _ ("_Start Over"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (start_over_cb), self,
                           G_CONNECT_SWAPPED);
  mdg_desk_add_toast (GTK_WIDGET (self), toast);
  announce (self, _ ("Resumed where you were"));
}

static void
resumed_cb (MdgDeskPage *self)
{
  mdg_day_button_set_day (self->day_button, mdg_guide_walk_get_day (self->walk));
  self->is_resumed = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tell_resumed (self);
}

static void
check_age (MdgDeskPage *self)
{
  mdg_age_banner_check (self->age_banner, mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                        mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self))));
}

static void
today_changed_cb (MdgDeskPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    check_age (self);
}

/* Actions. */

static void
contacts_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  edit_contacts_cb (MDG_DESK_PAGE (widget));
}

static void
log_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgDeskPage *self = MDG_DESK_PAGE (widget);
  AdwDialog *dialog = mdg_desk_log_dialog_new (mdg_pack_page_get_store (MDG_PACK_PAGE (self)),
                                               mdg_pack_page_get_pack (MDG_PACK_PAGE (self)));

  g_object_bind_property (self->desk_case, "logging", dialog, "logging",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  adw_dialog_present (dialog, widget);
}

static void
search_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MdgDeskPage *self = MDG_DESK_PAGE (widget);

  self->takes_focus = FALSE;
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
mapped_cb (gpointer data)
{
  MdgDeskPage *self = data;

  if (self->takes_focus)
    focus_content (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  if (self->is_resumed)
    tell_resumed (self);
  check_age (self);

  return G_SOURCE_REMOVE;
}

static void
mdg_desk_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mdg_desk_page_parent_class)->map (widget);

  /* A window that is just shown chooses a focus of its own first; the user may be faster still. */
  MDG_DESK_PAGE (widget)->takes_focus = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, mapped_cb, g_object_ref (widget), g_object_unref);
}

static void
mdg_desk_page_constructed (GObject *object)
{
  MdgDeskPage *self = MDG_DESK_PAGE (object);

  G_OBJECT_CLASS (mdg_desk_page_parent_class)->constructed (object);

  self->walk =
    mdg_guide_walk_new (mdg_pack_page_get_pack (MDG_PACK_PAGE (self)),
                        mdg_clock_get_today (mdg_pack_page_get_clock (MDG_PACK_PAGE (self))));
  self->desk_case = mdg_desk_case_new (self->walk, mdg_pack_page_get_store (MDG_PACK_PAGE (self)),
                                       mdg_pack_page_get_clock (MDG_PACK_PAGE (self)));
  g_signal_connect_object (self->desk_case, "resumed", G_CALLBACK (resumed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk_case, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  mdg_path_bar_set_walk (self->path_bar, self->walk);
  mdg_outcome_card_set_walk (self->outcome_card, self->walk);
  g_signal_connect_object (self->walk, "changed", G_CALLBACK (walk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mdg_day_button_set_clock (self->day_button, mdg_pack_page_get_clock (MDG_PACK_PAGE (self)));
  g_signal_connect_object (mdg_pack_page_get_clock (MDG_PACK_PAGE (self)), "notify::today",
                           G_CALLBACK (today_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_button, "notify::day", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_situations (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", FALSE);

  self->contacts = mdg_desk_contacts_new (mdg_pack_page_get_store (MDG_PACK_PAGE (self)));
  mdg_desk_print_dialog_set_up (GTK_WIDGET (self), self->walk, self->contacts);
  g_signal_connect_object (self->contacts, "changed", G_CALLBACK (contacts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contacts, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
mdg_desk_page_dispose (GObject *object)
{
  MdgDeskPage *self = MDG_DESK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_DESK_PAGE);
  g_clear_object (&self->contacts);
  g_clear_object (&self->desk_case);
  g_clear_object (&self->walk);

  G_OBJECT_CLASS (mdg_desk_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 1; i <= N_DIGITS; i++)
    {
      /* With Alt also from within the search entry, where a digit alone is typed. */
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_ALT_MASK, "page.choose",
                                           "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, GDK_ALT_MASK,
                                           "page.choose", "i", i);
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

  object_class->constructed = mdg_desk_page_constructed;
  object_class->dispose = mdg_desk_page_dispose;
  widget_class->map = mdg_desk_page_map;

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

  g_type_ensure (MDG_TYPE_AGE_BANNER);
  g_type_ensure (MDG_TYPE_DAY_BUTTON);
  g_type_ensure (MDG_TYPE_NOT_COVERED_VIEW);
  g_type_ensure (MDG_TYPE_OUTCOME_CARD);
  g_type_ensure (MDG_TYPE_PATH_BAR);
  g_type_ensure (MDG_TYPE_QUESTION_VIEW);
  g_type_ensure (MDG_TYPE_SITUATION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/desk/flow/mdg-desk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, banner);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, age_banner);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, path_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, day_button);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, situation_list);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, question_view);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, outcome_scroller);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, outcome_card);
  gtk_widget_class_bind_template_child (widget_class, MdgDeskPage, not_covered);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, situation_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, announce);
  gtk_widget_class_bind_template_callback (widget_class, edit_contacts_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_checklist_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "page.choose", "i", choose_action_cb);
  gtk_widget_class_install_action (widget_class, "page.contacts", NULL, contacts_action_cb);
  gtk_widget_class_install_action (widget_class, "page.log", NULL, log_action_cb);
  mdg_desk_print_dialog_install_action (widget_class);
  add_keys (widget_class);
}

static void
mdg_desk_page_init (MdgDeskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

/**
 * mdg_desk_page_get_case:
 * @self: a page
 *
 * Returns: (transfer none): the case at the desk: whether it is logged, and how it can be resumed
 */
MdgDeskCase *
mdg_desk_page_get_case (MdgDeskPage *self)
{
  g_return_val_if_fail (MDG_IS_DESK_PAGE (self), NULL);

  return self->desk_case;
}

/**
 * mdg_desk_page_get_age_banner:
 * @self: a page
 *
 * Returns: (transfer none): the banner that knows of which pack it was said that it is old
 */
MdgAgeBanner *
mdg_desk_page_get_age_banner (MdgDeskPage *self)
{
  g_return_val_if_fail (MDG_IS_DESK_PAGE (self), NULL);

  return self->age_banner;
}
