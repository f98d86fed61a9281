using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Orders.Tests;

/// <summary>One random step in the life of an order; many of them are illegal where they fall.</summary>
public sealed record OrderCommand(string Kind, int Line, int Quantity, int Extra)
{
    private static readonly string[] Kinds =
        ["confirm", "ship", "ship", "ship-all", "invoice", "invoice", "credit", "return", "hold", "release", "cancel",
            "cancel-all", "close", "short-close", "waive", "amend", "amend", "amend-again"];

    public static Arbitrary<OrderCommand[]> Lists()
    {
        var one = from kind in Gen.Elements(Kinds) from line in Gen.Choose(0, 4) from quantity in Gen.Choose(-1,
            8) from extra in Gen.Choose(0, 3)
                  select new OrderCommand(kind, line, quantity, extra);
        // The confirmation comes early in most runs, else hardly anything is legal.
        var lists = from first in Gen.Elements(new OrderCommand("confirm", 0, 0, 0),
            new OrderCommand("hold", 0, 0, 0)) from rest in Gen.ListOf(one)
                    select (OrderCommand[])[first, .. rest];
        return Arb.From(lists, Shorter);
    }

    // Without one step at a time, then with smaller numbers.
    private static IEnumerable<OrderCommand[]> Shorter(OrderCommand[] steps)
    {
        for (var i = 0; i < steps.Length; i++) yield return [.. steps[..i], .. steps[(i + 1)..]];
        for (var i = 0; i < steps.Length; i++)
            if (steps[i].Quantity > 1) yield return [.. steps[..i], steps[i] with { Quantity = steps[i].Quantity / 2 },
                .. steps[(i + 1)..]];
    }

    public Result<Decision<Order, OrderEvent>> Run(Order order, OrderPolicy policy, int step)
    {
        var (by, at) = (Extra == 3 ? Actor.System("wms") : AnOrder.Clerk, AnOrder.Morning + Duration.FromHours(step));
        var id = $"{Line + 1}";
        var some = AnOrder.Some((id, Quantity / 2m));
        return Kind switch
        {
            "confirm" => order.Confirm(by, at),
            "ship" => order.Ship(new(Extra == 0 ? "S" : $"S-{step}"), AnOrder.Day.PlusDays(step), some, policy, by, at),
            "ship-all" => order.Ship(new($"S-{step}"), AnOrder.Day.PlusDays(step),
                order.Lines.Where(l => l.ToShip.IsPositive).Select(l =>
                    new LineQuantity { Line = l.Id, Quantity = l.ToShip }).ToEquatableArray(), policy, by, at),
            "invoice" => order.RecordInvoiced(new($"I-{step}"), AnOrder.Day.PlusDays(step), some, policy, by, at),
            "credit" => order.RecordCredited(new($"C-{step}"), AnOrder.Day.PlusDays(step), some, by, at),
            "return" => order.ReceiveReturn(AnOrder.Day.PlusDays(step), some, Extra == 0 ? "" : "broken", by, at),
            "hold" => order.PlaceHold(Extra > 1 ? HoldType.Credit : HoldType.Stock, Line > 2 ? default
                : new(id), Extra != 1, "why", by, at),
            "release" => order.ReleaseHold(Extra > 1 ? HoldType.Credit : HoldType.Stock, Line > 2 ? default
                : new(id), "gone", by, at),
            "cancel" => order.CancelRemainder("why", [new(id)], by, at),
            "cancel-all" => order.CancelRemainder(Extra == 0 ? "" : "why", [], by, at),
            "close" => order.Close(new() { PaidAt = Extra == 0 ? null : at }, by, at),
            "amend" => order.Amend(Changed(order, step), default, OrderRules.BuiltIn, policy, by, at),
            "amend-again" => order.Amend(OrderAmendment.Of(order, "again"), default, OrderRules.BuiltIn, policy, by, at),
            "short-close" => order.ShortClose(Extra > 0 ? "" : "why", default, by, at),
            _ => order.Waive(OrderErrors.AddressMissing.Code, Extra == 0 ? "shipTo.city" : "shipTo.lines", "pick-up", by, at),
        };
    }

    // One line more, less, dearer or new.
    private OrderAmendment Changed(Order order, int step)
    {
        var same = OrderAmendment.Of(order, "why");
        var lines = same.Lines.ToList();
        var at = lines.Count == 0 ? -1 : Line % lines.Count;
        if (Extra == 0 || at < 0) lines.Add(AnOrder.Line($"N{step}", Math.Max(1, Quantity), 1.11m * (1 + Line)));
        else if (Extra == 1) lines[at] = lines[at] with { Quantity = Primitives.Quantity.Pieces(Quantity) };
        else if (Extra == 2) lines[at] = lines[at] with { UnitPrice = UnitPrice.Of(0.77m * (1 + Line), Currency.Eur) };
        else lines.RemoveAt(at);
        return same with { Lines = [.. lines], Discount = Quantity == 5 ? new() { Amount = Money.Of(1, Currency.Eur) } : same.Discount };
    }
}
