/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-situation-list.h"

#include <glib/gi18n.h>

#include "desk/flow/mdg-choice-button.h"
#include "desk/mdg-desk-util.h"
#include "guide/mdg-guide-ending.h"
#include "guide/mdg-guide-search.h"

#define N_DIGITS 9
#define MAX_COLUMNS 3

/* Until the first results have been drawn and perhaps another letter typed. */
#define REST_DELAY_MS 100

struct _MdgSituationList
{
  AdwBin parent_instance;

  MdgGuidePack *pack;
  MdgDay day;
  MdgDay listed_day;      /* whose situations are all listed; MDG_DAY_NONE if only some are */
  MdgGuideSearch *search; /* (nullable): over the day; made when first needed */

  GArray *hits;      /* (nullable) (element-type MdgGuideHit): found, and not all shown yet */
  GtkWidget *flow;   /* (unowned): where the rest of them goes */
  guint rest_source; /* adds the rest */

  gboolean is_narrow; /* room for one column only */

  GtkSearchEntry *search_entry;
  GtkBox *groups_box;
  GtkWidget *nothing_found;
};

enum
{
  CHOSEN,
  SEARCHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgSituationList, mdg_situation_list, ADW_TYPE_BIN)

static gboolean
is_typing (MdgSituationList *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static void
situation_clicked_cb (GtkWidget *button, MdgSituationList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (button));
}

/* In columns the buttons are of one size; one below the other, each is as high as its text. */
static void
set_columns (MdgSituationList *self, GtkFlowBox *flow)
{
  gtk_flow_box_set_homogeneous (flow, !self->is_narrow);
  gtk_flow_box_set_max_children_per_line (flow, self->is_narrow ? 1 : MAX_COLUMNS);
}

static void
set_narrow (MdgSituationList *self, gboolean is_narrow)
{
  self->is_narrow = is_narrow;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_FLOW_BOX (child))
      set_columns (self, GTK_FLOW_BOX (child));
}

static void
narrow_cb (MdgSituationList *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (MdgSituationList *self)
{
  set_narrow (self, FALSE);
}

static GtkWidget *
create_flow (MdgSituationList *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  set_columns (self, GTK_FLOW_BOX (flow));
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_widget_set_valign (flow, GTK_ALIGN_START);
  gtk_widget_add_css_class (flow, "choices");

  return flow;
}

static void
add_situation (MdgSituationList *self,
               GtkWidget *flow,
               const MdgSituation *situation,
               const char *detail,
               guint number)
{
  GtkWidget *button =
    mdg_choice_button_new (situation->icon, mdg_guide_text_get (&situation->title), detail,
                           number <= N_DIGITS ? number : 0);
  MdgGuideEnding ending = mdg_guide_pack_get_situation_ending (self->pack, situation, self->day);
  g_autofree char *mark = mdg_desk_format_ending (&ending);

  gtk_widget_set_name (button, situation->id);
  mdg_choice_button_set_mark (MDG_CHOICE_BUTTON (button), mark);
  g_signal_connect_object (button, "clicked", G_CALLBACK (situation_clicked_cb), self, 0);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), button);

  /* The button is what is focused and clicked, not the box's own cell around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static GtkWidget *
create_order_button (MdgSituationList *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label =
    gtk_label_new (mdg_guide_text_get (mdg_guide_pack_get_order_note (self->pack)));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Why This Order"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");

  return button;
}

static GtkWidget *
create_heading (MdgSituationList *self, const char *text, gboolean explains_order)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                  "xalign", 0.0, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  if (explains_order)
    gtk_box_append (GTK_BOX (box), create_order_button (self));
  gtk_widget_set_margin_top (box, explains_order ? 0 : 12);

  return box;
}

static void
show_all_situations (MdgSituationList *self)
{
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (self->pack, self->day);
  GPtrArray *groups = mdg_guide_pack_get_groups (self->pack);
  guint number = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const MdgGuideGroup *group = g_ptr_array_index (groups, i);
      GtkWidget *flow = NULL;

      for (guint j = 0; j < situations->len; j++)
        {
          const MdgSituation *situation = g_ptr_array_index (situations, j);

          if (!g_str_equal (situation->group, group->id))
            continue;
          if (flow == NULL)
            {
              const char *title = mdg_guide_text_get (&group->title);

              flow = create_flow (self);
              gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              title, -1);
              gtk_box_append (self->groups_box, create_heading (self, title, number == 0));
              gtk_box_append (self->groups_box, flow);
            }
          add_situation (self, flow, situation, mdg_guide_text_get (&situation->line), ++number);
        }
    }
}

static void
add_hit (MdgSituationList *self, GtkWidget *flow, const MdgGuideHit *hit, guint number)
{
  const char *detail = hit->node != NULL ? mdg_guide_text_get (&hit->node->text)
                                         : mdg_guide_text_get (&hit->situation->line);

  add_situation (self, flow, hit->situation, detail, number);
}

static void
forget_rest (MdgSituationList *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_pointer (&self->hits, g_array_unref);
  self->flow = NULL;
}

static gboolean
add_rest_cb (gpointer data)
{
  MdgSituationList *self = data;

  self->rest_source = 0;
  for (guint i = N_DIGITS; i < self->hits->len; i++)
    add_hit (self, self->flow, &g_array_index (self->hits, MdgGuideHit, i), i + 1);
  forget_rest (self);

  return G_SOURCE_REMOVE;
}

static void
show_found (MdgSituationList *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GArray) hits = NULL;
  g_autofree char *message = NULL;
  GtkWidget *flow;

  if (self->search == NULL)
    self->search = mdg_guide_search_new (self->pack, self->day);

  hits = mdg_guide_search_find (self->search, words);
  message = g_strdup_printf (
    g_dngettext (NULL, "%u situation found", "%u situations found", hits->len), hits->len);
  g_signal_emit (self, signals[SEARCHED], 0, message);
  gtk_widget_set_visible (self->nothing_found, hits->len == 0);
  if (hits->len == 0)
    return;

  flow = create_flow (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, message,
                                  -1);
  gtk_box_append (self->groups_box, create_heading (self, message, FALSE));
  gtk_box_append (self->groups_box, flow);
  for (guint i = 0; i < MIN (hits->len, N_DIGITS); i++)
    add_hit (self, flow, &g_array_index (hits, MdgGuideHit, i), i + 1);

  /* The first ones, which have keys, are drawn at once; who types on does not wait for the rest. */
  if (hits->len > N_DIGITS)
    {
      self->hits = g_steal_pointer (&hits);
      self->flow = flow;
      self->rest_source = g_timeout_add (REST_DELAY_MS, add_rest_cb, self);
    }
}

static void
show_list (MdgSituationList *self)
{
  MdgDay wanted = is_typing (self) ? MDG_DAY_NONE : self->day;

  /* Coming back for the next patient, the list is as it was. */
  if (wanted != MDG_DAY_NONE && wanted == self->listed_day)
    return;

  forget_rest (self);
  mdg_desk_remove_children (GTK_WIDGET (self->groups_box));
  gtk_widget_set_visible (self->nothing_found, FALSE);
  self->listed_day = wanted;
  if (wanted == MDG_DAY_NONE)
    show_found (self);
  else
    show_all_situations (self);
}

static void
search_changed_cb (MdgSituationList *self)
{
  if (self->pack != NULL)
    show_list (self);
}

static void
search_activate_cb (MdgSituationList *self)
{
  GtkWidget *first =
    is_typing (self) ? mdg_choice_button_find (GTK_WIDGET (self->groups_box), 1) : NULL;

  /* Not by gtk_widget_activate (), which shows the button pressed for a quarter of a second. */
  if (first != NULL)
    g_signal_emit_by_name (first, "clicked");
}

static void
search_stopped_cb (MdgSituationList *self)
{
  GtkWidget *first;

  mdg_situation_list_clear_search (self);
  show_list (self);
  first = mdg_choice_button_find (GTK_WIDGET (self->groups_box), 1);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
mdg_situation_list_dispose (GObject *object)
{
  MdgSituationList *self = MDG_SITUATION_LIST (object);

  forget_rest (self);
  g_clear_pointer (&self->search, mdg_guide_search_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_SITUATION_LIST);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_situation_list_parent_class)->dispose (object);
}

static void
mdg_situation_list_class_init (MdgSituationListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_situation_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SEARCHED] = g_signal_new ("searched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/flow/mdg-situation-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgSituationList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MdgSituationList, groups_box);
  gtk_widget_class_bind_template_child (widget_class, MdgSituationList, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
mdg_situation_list_init (MdgSituationList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_situation_list_set_pack:
 * @self: a list
 * @pack: a guide pack
 * @day: the day whose rules are followed
 *
 * Shows the situations of @day, or what is searched for among them.
 */
void
mdg_situation_list_set_pack (MdgSituationList *self, MdgGuidePack *pack, MdgDay day)
{
  g_return_if_fail (MDG_IS_SITUATION_LIST (self));

  if (self->pack != pack || self->day != day)
    {
      g_clear_pointer (&self->search, mdg_guide_search_free);
      mdg_guide_pack_ref (pack);
      g_clear_pointer (&self->pack, mdg_guide_pack_unref);
      self->pack = pack;
      self->day = day;
      self->listed_day = MDG_DAY_NONE;
    }
  show_list (self);
}

/**
 * mdg_situation_list_clear_search:
 * @self: a list
 *
 * Forgets the words that were searched for.
 */
void
mdg_situation_list_clear_search (MdgSituationList *self)
{
  g_return_if_fail (MDG_IS_SITUATION_LIST (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/**
 * mdg_situation_list_focus_search:
 * @self: a list
 *
 * Lets the user type words to search for.
 */
void
mdg_situation_list_focus_search (MdgSituationList *self)
{
  g_return_if_fail (MDG_IS_SITUATION_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
