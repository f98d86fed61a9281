using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Credit.Tests.ACreditAccount;

namespace OrderToCash.Credit.Tests;

/// <summary>One random step in the life of an account; many of them are illegal where they fall.</summary>
public sealed record CreditCommand(string Kind, int Order, int Cents, int Extra)
{
    private static readonly string[] Kinds =
    [
        "reserve", "reserve", "reserve", "confirm", "confirm", "deliver", "deliver", "invoice", "invoice", "settle", "settle",
            "reverse", "unapplied",
        "withdraw", "cancel", "return", "close", "raise", "expire", "release", "amend", "limit",
    ];

    public static Arbitrary<CreditCommand[]> Lists()
    {
        var one = from kind in Gen.Elements(Kinds) from order in Gen.Choose(1, 3)
                  from cents in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(-500, -1)),
                      (8, Gen.Choose(1, 600).Select(c => c * 100)), (2, Gen.Choose(1, 60_000)))
                  from extra in Gen.Choose(0, 9) select new CreditCommand(kind, order, cents, extra);
        return Arb.From(Gen.ListOf(one).Select(steps => steps.ToArray()), Shorter);
    }

    private static IEnumerable<CreditCommand[]> Shorter(CreditCommand[] steps)
    {
        for (var i = 0; i < steps.Length; i++) yield return [.. steps[..i], .. steps[(i + 1)..]];
        for (var i = 0; i < steps.Length; i++)
            if (steps[i].Cents > 100) yield return [.. steps[..i], steps[i] with { Cents = steps[i].Cents / 200 * 100 },
                .. steps[(i + 1)..]];
    }

    public Result<Decision<CreditAccount, CreditEvent>> Run(CreditAccount account, int step)
    {
        var (by, at, order) = (Clerk, Morning + Duration.FromHours(9 * step), ACreditAccount.Order(Order));
        var amount = Money.FromMinorUnits(Cents, Currency.Eur);
        var part = Cents < 0 ? amount : Money.Min(amount, Extra % 3 == 0 ? Eur(0) : account.UnappliedCredit);
        var request = new CreditCheckRequest { Order = order, Revision = 1 + Extra % 3, Amount = amount };
        var facts = new CreditFacts { On = Day.PlusDays(step), OldestOverdueDays = Extra == 9 ? 40
            : 0, IsNewCustomer = Extra == 8 };
        return Kind switch
        {
            "reserve" => account.CheckAndReserve(request, facts, Policy, by, at),
            "confirm" => account.ConfirmReservation(order, by, at),
            "deliver" => account.RecordDelivered(order, amount, by, at),
            "invoice" => account.RecordInvoiced(Extra == 0 ? default : order, amount, Extra < 8 ? amount
                : amount + Eur(0.01m), by, at),
            "settle" => account.RecordSettled(Extra < 5 && Cents > 0 ? Money.Min(amount, account.OpenReceivable)
                : amount, part, by, at),
            "reverse" => account.ReverseSettlement(amount, Extra % 2 == 0 ? Eur(0) : amount, by, at),
            "unapplied" => account.ReceiveUnapplied(amount, by, at),
            "withdraw" => account.WithdrawUnapplied(amount, by, at),
            "cancel" => account.CancelRemainder(order, Extra < 5 ? null : amount, by, at),
            "return" => account.RecordReturned(order, amount, by, at),
            "close" => account.CloseOrder(order, by, at),
            "raise" => account.RaiseReceivable(amount, Extra == 0 ? "" : "fee", by, at),
            "expire" => account.ExpireReservations(by, at),
            "release" => account.Release(request, facts.On, facts.On.PlusDays(Extra - 2), Eur(500), "why", by, at),
            "amend" => account.CheckAmendment(request, Eur(Extra * 50), facts, Policy, by, at),
            _ => account.GrantLimit(Granted(Extra switch { 0 => CreditLimit.Zero, 1 => CreditLimit.NoLimit,
                _ => CreditLimit.Of(Eur(Extra * 300)) }, facts.On), by, at),
        };
    }
}
