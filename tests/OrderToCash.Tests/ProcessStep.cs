using FsCheck;
using FsCheck.Fluent;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>One random command to a desk; many of them are illegal where they fall.</summary>
public sealed record ProcessStep(string Kind, int Which, int Quantity, int Extra)
{
    internal static readonly string[] Kinds =
    [
        "capture", "capture", "confirm", "confirm", "release", "ship", "ship", "ship-all", "bill", "bill", "credit", "credit-all", "return-goods",
        "pay", "pay", "pay-short", "pay-discount", "pay-over", "on-account", "apply", "unapply", "bounce", "cancel", "close", "cross-pay",
        "fee", "service", "prepay", "prepay", "receive", "receive", "bill-final", "bill-final", "credit-amount", "debit", "replace",
        .. RandomBusiness.ClaimKinds, .. RandomBusiness.OfficeKinds,
    ];

    public static Arbitrary<ProcessStep[]> Lists()
    {
        var one = from kind in Gen.Elements(Kinds) from which in Gen.Choose(0, 5) from quantity in Gen.Choose(1, 9) from extra in Gen.Choose(0, 4)
                  select new ProcessStep(kind, which, quantity, extra);
        // Most runs begin with an order that gets somewhere, else hardly anything is legal.
        var start = from kind in Gen.Elements("capture", "confirm", "ship-all", "bill") from which in Gen.Choose(0, 2) from quantity in Gen.Choose(1, 9)
                    select (ProcessStep[])[.. new[] { "capture", "confirm", "ship-all", "bill" }.Select(k => new ProcessStep(k, which, quantity, 1))];
        // A direct debit needs a bill and a mandate of one customer, which chance alone seldom brings.
        var collecting = from quantity in Gen.Choose(1, 9)
                         select (ProcessStep[])[.. new[] { "capture", "confirm", "ship-all", "bill", "mandate", "collect" }.Select(k => new ProcessStep(k, 2, quantity, 1))];
        var lists = from first in Gen.Frequency((4, start), (1, collecting), (1, Gen.Constant(Array.Empty<ProcessStep>()))) from rest in Gen.ListOf(one)
                    select (ProcessStep[])[.. first, .. rest];
        return Arb.From(lists, Shorter);
    }

    // Without one step at a time, then with smaller numbers.
    private static IEnumerable<ProcessStep[]> Shorter(ProcessStep[] steps)
    {
        if (steps.Length > 3) yield return steps[..(steps.Length / 2)];
        for (var i = 0; i < steps.Length; i++) yield return [.. steps[..i], .. steps[(i + 1)..]];
        for (var i = 0; i < steps.Length; i++)
            if (steps[i].Quantity > 1) yield return [.. steps[..i], steps[i] with { Quantity = steps[i].Quantity / 2 }, .. steps[(i + 1)..]];
    }

    /// <summary>The command of this step; null when there is nothing it could be about.</summary>
    internal Command? CommandFor(RandomBusiness world, int step)
    {
        var (id, by, on) = (new CommandId($"step-{step}"), Kind == "release" ? Bert : Anna, Monday.PlusDays(step));
        var order = world.Order(Which);
        return Kind switch
        {
            "capture" => Capture(id, step),
            _ when Kind is "confirm" or "release" or "ship" or "ship-all" or "bill" or "cancel" or "close" && order.IsNone => null,
            "confirm" => new ConfirmOrder { Id = id, By = by, Order = order, On = on },
            "release" => new ReleaseCredit { Id = id, By = by, Order = order, On = on, Until = on, Authority = Eur(100_000), Reason = "known" },
            "ship" => new ShipOrder { Id = id, By = by, Order = order, Shipment = new($"S-{step}"), On = on, Lines = Some(($"{1 + (Extra % 2)}", Quantity / 2m)) },
            "ship-all" => new ShipOrder { Id = id, By = by, Order = order, Shipment = new($"S-{step}"), On = on },
            "bill" => new BillOrder { Id = id, By = by, Order = order, Invoice = new($"I-{step}"), DocumentDate = on, TaxPoint = on },
            "cancel" => new CancelOrderRemainder { Id = id, By = by, Order = order, Reason = "why" },
            "close" => new CloseOrder { Id = id, By = by, Order = order, PaidAt = Extra == 0 ? null : Instant.FromUtc(2025, 6, 1, 0, 0) },
            "fee" or "service" or "prepay" or "receive" or "bill-final" or "credit-amount" or "debit" or "replace" => world.Document(this, id, step),
            _ when RandomBusiness.ClaimKinds.Contains(Kind) => world.Claim(this, id, step),
            _ when RandomBusiness.OfficeKinds.Contains(Kind) => world.Office(this, id, step),
            "credit" or "credit-all" or "return-goods" => CreditOf(world, id, step),
            _ => world.Cash(this, id, step),
        };
    }

    private CaptureOrder Capture(CommandId id, int step)
    {
        var customer = $"C-{1 + (Which % 3)}";
        var currency = Which % 3 == 1 ? Currency.Usd : Currency.Eur;
        return new()
        {
            Id = id, By = Anna, Terms = Terms($"SO-{step}", customer, currency) with { ExternalReference = "" },
            Lines = [Line(1, Quantity, 7.37m + Extra, currency), Line(2, Quantity / 2m + 0.5m, 0.333m * Extra, currency)],
        };
    }

    private CreditInvoice? CreditOf(RandomBusiness world, CommandId id, int step) => world.Invoice(Which) is not { } invoice ? null : new()
    {
        Id = id, By = Anna, Invoice = invoice, CreditNote = new($"CN-{step}"), DocumentDate = Monday.PlusDays(step), Reason = CreditReason.Return,
        Lines = Kind == "credit-all" ? [] : [CreditRequest.Of(1, Primitives.Quantity.Pieces(Quantity / 2m))], GoodsReturned = Kind == "return-goods",
    };
}
