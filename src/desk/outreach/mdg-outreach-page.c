/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/outreach/mdg-outreach-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mdg-format.h"
#include "desk/mdg-desk-util.h"
#include "desk/outreach/mdg-outreach-row.h"
#include "guide/mdg-guide-search.h"

struct _MdgOutreachPage
{
  AdwBin parent_instance;

  MdgGuidePack *pack;
  char *words; /* what is searched for, folded */

  GtkLabel *intro_label;
  GtkSearchEntry *search_entry;
  GtkDropDown *audience_drop_down;
  GtkDropDown *state_drop_down;
  GtkLabel *measures_label;
  GtkListBox *measures_list;
  GtkLabel *materials_label;
  GtkListBox *materials_list;
  GtkWidget *nothing_found;
};

enum
{
  PROP_0,
  PROP_PACK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgOutreachPage, mdg_outreach_page, ADW_TYPE_BIN)

static gboolean
filter_cb (GtkListBoxRow *list_row, gpointer data)
{
  MdgOutreachPage *self = data;
  MdgOutreachRow *row = MDG_OUTREACH_ROW (list_row);
  guint audience = gtk_drop_down_get_selected (self->audience_drop_down);
  guint wanted_state = gtk_drop_down_get_selected (self->state_drop_down);
  MdgOutreachState state;

  /* The first entry of each is "all". */
  if (audience > 0 && mdg_outreach_row_get_audience (row) != audience - 1)
    return FALSE;
  if (wanted_state > 0 && (!mdg_outreach_row_get_state (row, &state) || state != wanted_state - 1))
    return FALSE;

  return strstr (mdg_outreach_row_get_search_text (row), self->words) != NULL;
}

static guint
count (MdgOutreachPage *self, GtkListBox *list, guint *n_shown)
{
  guint n = 0;

  *n_shown = 0;
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (list, n)) != NULL; n++)
    *n_shown += filter_cb (row, self);

  return n;
}

static void
update (MdgOutreachPage *self)
{
  g_autofree char *folded =
    mdg_guide_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_autofree char *measures = NULL;
  g_autofree char *materials = NULL;
  guint n_measures;
  guint n_materials;
  guint n;

  g_set_str (&self->words, g_strstrip (folded));
  gtk_list_box_invalidate_filter (self->measures_list);
  gtk_list_box_invalidate_filter (self->materials_list);

  n = count (self, self->measures_list, &n_measures);
  /* Translators: how many are shown, of how many. */
  measures = g_strdup_printf (_ ("%u of %u measures"), n_measures, n);
  gtk_label_set_label (self->measures_label, measures);
  gtk_widget_set_visible (GTK_WIDGET (self->measures_label), n_measures > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->measures_list), n_measures > 0);

  n = count (self, self->materials_list, &n_materials);
  /* Translators: how many are shown, of how many. */
  materials = g_strdup_printf (_ ("%u of %u materials and reminders"), n_materials, n);
  gtk_label_set_label (self->materials_label, materials);
  gtk_widget_set_visible (GTK_WIDGET (self->materials_label), n_materials > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->materials_list), n_materials > 0);

  gtk_widget_set_visible (self->nothing_found, n_measures + n_materials == 0);
}

static void
filter_changed_cb (MdgOutreachPage *self)
{
  g_autofree char *message = NULL;

  if (self->pack == NULL)
    return;

  update (self);
  message = g_strdup_printf ("%s. %s", gtk_label_get_label (self->measures_label),
                             gtk_label_get_label (self->materials_label));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
clear_cb (MdgOutreachPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->audience_drop_down, 0);
  gtk_drop_down_set_selected (self->state_drop_down, 0);
}

static void
fill_drop_downs (MdgOutreachPage *self)
{
  g_autoptr (GtkStringList) audiences = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  gtk_string_list_append (audiences, _ ("All audiences"));
  for (guint i = 0; i < MDG_N_AUDIENCES; i++)
    gtk_string_list_append (audiences, mdg_audience_get_label (i));
  gtk_string_list_append (states, _ ("All states"));
  for (guint i = 0; i < MDG_N_OUTREACH_STATES; i++)
    gtk_string_list_append (states, mdg_outreach_state_get_label (i));

  gtk_drop_down_set_model (self->audience_drop_down, G_LIST_MODEL (audiences));
  gtk_drop_down_set_model (self->state_drop_down, G_LIST_MODEL (states));
}

/* Whose list it is, and of which day: what was planned then may long be over. */
static void
fill_intro (MdgOutreachPage *self)
{
  GPtrArray *items = mdg_guide_pack_get_outreach (self->pack);
  const MdgOutreachItem *first;
  const MdgGuideSource *source;
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->intro_label), items->len > 0);
  if (items->len == 0)
    return;

  first = g_ptr_array_index (items, 0);
  source = g_ptr_array_index (first->basis.sources, 0);
  if (source->date != MDG_DAY_NONE)
    {
      g_autofree char *day = mdg_format_day (source->date);

      /* Translators: a day. */
      line = g_strdup_printf (_ ("States and times are those of %s."), day);
    }
  text =
    g_strdup_printf ("%s\n%s%s%s", mdg_guide_text_get (&source->title), line != NULL ? line : "",
                     mdg_language_get () != MDG_LANGUAGE_JAPANESE ? " " : "",
                     mdg_language_get () != MDG_LANGUAGE_JAPANESE
                       ? _ ("The wording is the ministry’s; the translation is ours.")
                       : "");
  gtk_label_set_label (self->intro_label, text);
}

static void
fill_lists (MdgOutreachPage *self)
{
  GPtrArray *items = mdg_guide_pack_get_outreach (self->pack);
  GPtrArray *materials = mdg_guide_pack_get_materials (self->pack);

  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->measures_list,
                         mdg_outreach_row_new_for_item (g_ptr_array_index (items, i)));
  for (guint i = 0; i < materials->len; i++)
    gtk_list_box_append (self->materials_list,
                         mdg_outreach_row_new_for_material (g_ptr_array_index (materials, i)));
  gtk_list_box_set_filter_func (self->measures_list, filter_cb, self, NULL);
  gtk_list_box_set_filter_func (self->materials_list, filter_cb, self, NULL);
}

static void
search_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MDG_OUTREACH_PAGE (widget)->search_entry));
}

static void
mdg_outreach_page_constructed (GObject *object)
{
  MdgOutreachPage *self = MDG_OUTREACH_PAGE (object);

  G_OBJECT_CLASS (mdg_outreach_page_parent_class)->constructed (object);

  fill_drop_downs (self);
  fill_intro (self);
  fill_lists (self);
  update (self);
}

static void
mdg_outreach_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  MdgOutreachPage *self = MDG_OUTREACH_PAGE (object);

  switch (prop_id)
    {
    case PROP_PACK:
      self->pack = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_outreach_page_dispose (GObject *object)
{
  MdgOutreachPage *self = MDG_OUTREACH_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_OUTREACH_PAGE);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_outreach_page_parent_class)->dispose (object);
}

static void
mdg_outreach_page_class_init (MdgOutreachPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mdg_outreach_page_constructed;
  object_class->set_property = mdg_outreach_page_set_property;
  object_class->dispose = mdg_outreach_page_dispose;

  /**
   * MdgOutreachPage:pack:
   *
   * The guide pack whose list is shown.
   */
  properties[PROP_PACK] =
    g_param_spec_boxed ("pack", NULL, NULL, MDG_TYPE_GUIDE_PACK,
                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/outreach/mdg-outreach-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachPage, intro_label);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachPage, audience_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachPage, state_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachPage, measures_label);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachPage, measures_list);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachPage, materials_label);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachPage, materials_list);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachPage, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);

  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action_cb);
}

static void
mdg_outreach_page_init (MdgOutreachPage *self)
{
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_outreach_page_new:
 * @pack: a guide pack
 *
 * Returns: (transfer floating): a page with the ministry's list
 */
MdgOutreachPage *
mdg_outreach_page_new (MdgGuidePack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return g_object_new (MDG_TYPE_OUTREACH_PAGE, "pack", pack, NULL);
}
