using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>Billable items: ten pieces at 2.50 GBP, ordered on 3 January 2011, delivered on the 10th, nothing billed, unless said otherwise.</summary>
public static class ABillable
{
    public static readonly LocalDate Day = new(2011, 1, 31);

    public static BillableItem Item(string id, string customer = "C-1") => new()
    {
        Id = new(id),
        LegalEntity = new("UK"),
        Customer = new(customer),
        Description = $"Lantern {id}",
        Ordered = Quantity.Pieces(10),
        Performed = Quantity.Pieces(10),
        Billed = Quantity.Pieces(0),
        Price = UnitPrice.Parse("2.5 GBP"),
        Tax = Twenty,
        Terms = new("NET30"),
        OrderedOn = new(2011, 1, 3),
        PerformedOn = new LocalDate(2011, 1, 10),
        Order = new("SO-1"),
        OrderLine = new(id),
    };

    public static BillableItem Priced(this BillableItem item, string price) => item with { Price = UnitPrice.Parse(price) };

    public static BillableItem Pieces(this BillableItem item, decimal ordered, decimal performed, decimal billed = 0) => item with
    {
        Ordered = Quantity.Pieces(ordered), Performed = Quantity.Pieces(performed), Billed = Quantity.Pieces(billed),
    };

    public static BillableItem Serving(this BillableItem item, LocalDate from, LocalDate until) => item with { ServiceFrom = from, ServiceUntil = until };

    public static BillingPlan Plan(this BillingPolicy policy, params BillableItem[] items) => Expect.Success(BillingPlan.For(items, policy, Day));

    public static BillingPlan PlanOn(this BillingPolicy policy, LocalDate day, params BillableItem[] items) => Expect.Success(BillingPlan.For(items, policy, day));

    public static LeftOutItem Why(this BillingPlan plan, string item) => plan.LeftOut.Single(l => l.Item.Value == item);
}
