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
        .. RandomBusiness.ClaimKinds, .. RandomBusiness.OfficeKinds, .. RandomBusiness.DebtKinds, .. RandomBusiness.ContractKinds,
        .. RandomBusiness.CustomerKinds,
    ];

    private const int MostSteps = 110;

    private static readonly string[][] Stories =
    [
        ["capture", "confirm", "ship-all", "bill"], ["capture", "confirm", "ship", "accrue", "ship", "bill", "close"], ["coupon", "confirm", "ship-all", "bill", "return-goods"],
        ["service", "mandate", "collect", "collection-sent", "collected", "not-collected"], ["service", "charge", "ask", "ask", "payout"], ["quote", "accept", "amend", "confirm", "ship-all", "bill"],
        ["prepay", "receive", "capture", "confirm", "ship-all", "bill-final", "credit-all"], ["prepay", "receive", "take-back"],
        ["on-account", "refund", "refund-approve", "refund-order", "refund-settle"], ["service", "dispute", "dispute-decide", "dispute-settle", "dispute-reopen"],
        ["service", "deduct", "dispute-decide", "dispute-settle"], ["service", "on-account", "apply", "unapply", "apply-credit", "bounce"],
        ["service", "assign", "factor-fund", "factor-collect", "factor-release", "factor-back"],
        ["service", "on-account", "assign", "factor-fund", "factor-pass-on", "factor-pay", "factor-recall", "factor-back"],
        ["service", "service", "insolvent", "insolvency-file", "insolvency-examine", "insolvency-set-off", "insolvency-dividend", "insolvency-give-up", "insolvency-dividend", "insolvency-end"],
        ["service", "insolvent", "insolvency-file", "insolvency-examine", "insolvency-dividend", "insolvency-give-up", "insolvency-dividend", "insolvency-dividend-back", "bounce"],
        ["service", "insolvent", "insolvency-file", "insolvency-examine", "insolvency-give-up", "insolvency-dividend", "insolvency-end", "insolvency-dividend-back"],
        ["service", "insolvent", "insolvency-file", "insolvency-examine", "insolvency-dividend", "insolvency-file", "insolvency-file", "insolvency-examine", "insolvency-dividend"],
        ["service", "net", "net", "net-undo"], ["service", "rebate", "rebate-count", "credit-amount", "rebate-count", "rebate-settle"],
        ["service", "interest", "interest-waive", "compensate", "remind"], ["opening", "on-account", "transfer", "apply"], ["service", "on-account", "chargeback", "dispute-decide", "dispute-settle", "bounce"],
        ["service", "charge", "ask", "ask", "chargeback", "dispute-decide", "dispute-settle", "payout"], ["rebate", "service", "rebate-count", "rebate-forecast", "rebate-settle"],
        ["service", "insolvent", "insolvency-file", "insolvency-file", "insolvency-examine", "insolvency-security", "insolvency-file", "insolvency-dividend"],
        ["capture", "contract", "contract-approve", "contract-send", "contract-sign", "amend", "confirm", "contract-sign", "ship-all", "contract-sign", "bill"],
    ];

    public static Arbitrary<ProcessStep[]> Lists()
    {
        var one = from kind in Gen.Elements(Kinds) from which in Gen.Choose(0, 5) from quantity in Gen.Choose(1, 9) from extra in Gen.Choose(0, 4)
                  select new ProcessStep(kind, which, quantity, extra);
        // Most things need a chain of others before them, which chance alone seldom brings.
        var story = from kinds in Gen.Elements(Stories) from which in Gen.Choose(0, 2) from quantity in Gen.Choose(1, 9) from extras in Gen.Choose(1, 4).ArrayOf(kinds.Length)
                    select kinds.Select((kind, i) => new ProcessStep(kind, which, quantity, extras[i])).ToArray();
        var part = Gen.Frequency((3, one.Select(step => new[] { step })), (1, story));
        var lists = from parts in Gen.ListOf(part)
                    select (ProcessStep[])[.. parts.SelectMany(steps => steps).Take(MostSteps)];
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

    // What has nothing to be about yet brings about what it needs instead.
    private static readonly Dictionary<string, string> Needed = new()
    {
        ["confirm"] = "capture", ["release"] = "confirm", ["ship"] = "confirm", ["ship-all"] = "confirm", ["bill"] = "ship-all", ["accrue"] = "ship",
        ["amend"] = "capture", ["cancel"] = "ship", ["close"] = "bill", ["credit"] = "bill", ["credit-all"] = "bill", ["credit-amount"] = "bill",
        ["return-goods"] = "bill", ["debit"] = "bill", ["replace"] = "bill", ["send"] = "bill", ["accept"] = "quote",
        ["pay"] = "bill", ["pay-short"] = "bill", ["pay-discount"] = "bill", ["pay-over"] = "bill", ["cross-pay"] = "bill", ["apply"] = "on-account",
        ["unapply"] = "pay", ["bounce"] = "pay", ["transfer"] = "on-account", ["apply-credit"] = "on-account", ["receive"] = "prepay",
        ["take-back"] = "receive", ["bill-final"] = "receive", ["ask"] = "charge", ["payout"] = "ask", ["mandate-status"] = "mandate", ["collect"] = "mandate",
        ["collected"] = "collect", ["collection-sent"] = "collect", ["not-collected"] = "collect", ["refund"] = "on-account", ["refund-approve"] = "refund", ["refund-order"] = "refund-approve",
        ["refund-settle"] = "refund-order", ["dispute"] = "bill", ["deduct"] = "bill", ["dispute-decide"] = "dispute", ["dispute-settle"] = "dispute-decide",
        ["dispute-reopen"] = "dispute-settle", ["assign"] = "service", ["factor-fund"] = "assign", ["factor-collect"] = "assign", ["factor-pass-on"] = "on-account",
        ["factor-recall"] = "factor-pass-on", ["factor-pay"] = "factor-pass-on", ["factor-release"] = "factor-collect", ["factor-back"] = "assign",
        ["insolvent"] = "service", ["insolvency-file"] = "insolvent", ["insolvency-examine"] = "insolvency-file", ["insolvency-give-up"] = "insolvency-file",
        ["insolvency-set-off"] = "insolvency-file", ["insolvency-dividend"] = "insolvency-examine", ["insolvency-end"] = "insolvency-dividend",
        ["insolvency-dividend-back"] = "insolvency-dividend",
        ["net"] = "service", ["net-undo"] = "net", ["rebate-count"] = "rebate", ["rebate-settle"] = "rebate-count", ["interest"] = "fee",
        ["interest-waive"] = "interest", ["compensate"] = "service", ["own"] = "on-account",
        ["contract"] = "capture", ["contract-approve"] = "contract", ["contract-send"] = "contract-approve", ["customer-unblock"] = "customer-block", ["chargeback"] = "on-account", ["rebate-forecast"] = "rebate",
        ["insolvency-security"] = "insolvency-file", ["contract-sign"] = "contract-send",
    };

    /// <summary>The command of this step, and its sort; null when there is nothing it could be about.</summary>
    internal (string Kind, Command Command)? CommandFor(RandomBusiness world, int step)
    {
        if (About(world, step) is { } command) return (Kind, command);
        return Needed.TryGetValue(Kind, out var needed) ? (this with { Kind = needed }).CommandFor(world, step) : null;
    }

    private Command? About(RandomBusiness world, int step)
    {
        var (id, by, on) = (new CommandId($"step-{step}"), Kind == "release" ? Bert : Anna, Monday.PlusDays(step));
        var order = world.OrderFor(this);
        return Kind switch
        {
            "capture" => Capture(id, step),
            _ when Kind is "confirm" or "release" or "ship" or "ship-all" or "bill" or "cancel" or "close" or "amend" or "accrue" && order.IsNone => null,
            "confirm" => new ConfirmOrder { Id = id, By = by, Order = order, On = on },
            "release" => new ReleaseCredit { Id = id, By = by, Order = order, On = on, Until = on, Authority = Eur(100_000), Reason = "known" },
            "ship" => new ShipOrder { Id = id, By = by, Order = order, Shipment = new($"S-{step}"), On = on, Lines = world.PartOf(order, this) },
            "ship-all" => new ShipOrder { Id = id, By = by, Order = order, Shipment = new($"S-{step}"), On = on },
            "bill" => new BillOrder { Id = id, By = by, Order = order, Invoice = new($"I-{step}"), DocumentDate = on, TaxPoint = on },
            "cancel" => new CancelOrderRemainder { Id = id, By = by, Order = order, Reason = "why" },
            "close" => new CloseOrder { Id = id, By = by, Order = order, PaidAt = Extra == 0 ? null : Instant.FromUtc(2025, 6, 1, 0, 0) },
            "fee" or "service" or "prepay" or "receive" or "bill-final" or "credit-amount" or "debit" or "replace" => world.Document(this, id, step),
            _ when RandomBusiness.ClaimKinds.Contains(Kind) => world.Claim(this, id, step),
            _ when RandomBusiness.OfficeKinds.Contains(Kind) => world.Office(this, id, step),
            _ when RandomBusiness.CustomerKinds.Contains(Kind) => world.Customer(this, id, step),
            _ when RandomBusiness.ContractKinds.Contains(Kind) => world.Agreement(this, id, step),
            _ when RandomBusiness.DebtKinds.Contains(Kind) => world.Debt(this, id, step),
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

    private CreditInvoice? CreditOf(RandomBusiness world, CommandId id, int step) => world.Invoice(Which, i => Extra == 0 || i.CreditedGross < i.Invoice.Totals.Payable) is not { } invoice
        ? null
        : new()
        {
            Id = id, By = Anna, Invoice = invoice.Id, CreditNote = new($"CN-{step}"), DocumentDate = Monday.PlusDays(step), Reason = CreditReason.Return,
            Lines = Kind == "credit-all" ? [] : [CreditRequest.Of(1, Primitives.Quantity.Pieces(world.Left(invoice, Quantity / 2m, Extra == 0)))], GoodsReturned = Kind == "return-goods",
        };
}
