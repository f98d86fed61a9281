using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

public sealed class PaymentMethodTests
{
    private static readonly Actor Clerk = Actor.Person("clerk");
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly LocalDate Day = new(2026, 3, 2);

    private static StoredPaymentMethod Method(string id, LocalDate? expires = null) =>
        new() { Id = new(id), Kind = PaymentMethodKind.Card, Token = $"tok_{id}", Label = "Visa ending in 4242", ExpiresOn = expires };

    private static CustomerPaymentMethods Then(CustomerPaymentMethods one, Func<CustomerPaymentMethods, Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>>> decide)
    {
        var decision = Expect.Success(decide(one));
        Assert.Equal(decision.State, decision.Events.Aggregate(one, (s, e) => s.Apply(e)));
        Assert.Empty(decision.State.Check());
        return decision.State;
    }

    private static CustomerPaymentMethods Three() => new[] { Method("A", Day.PlusDays(10)), Method("B"), Method("C") }
        .Aggregate(CustomerPaymentMethods.None(new("C-1")), (s, m) => Then(s, x => x.Add(m, Clerk, At)));

    [Fact]
    public void The_preferred_way_that_can_be_used_is_taken_then_the_next()
    {
        var methods = Then(Three(), m => m.Prefer([new("B"), new("A"), new("C")], Clerk, At));
        Assert.Equal("B", Expect.Success(methods.Choose(Day)).Id.Value);
        Assert.Equal("A", Expect.Success(methods.Choose(Day, after: new("B"))).Id.Value);
        Assert.Equal("C", Expect.Success(methods.Choose(Day.PlusDays(11), after: new("B"))).Id.Value);
        var blocked = Then(methods, m => m.Block(new("B"), "the customer asked", Clerk, At));
        Assert.Equal("A", Expect.Success(blocked.Choose(Day.PlusDays(10))).Id.Value);
        Expect.Refused(PaymentMethodErrors.Unusable, methods.Choose(Day, after: new("C")));
        Expect.Refused(PaymentMethodErrors.OrderDiffers, methods.Prefer([new("B"), new("A")], Clerk, At));
        Assert.Empty(Expect.Success(methods.Prefer([new("B"), new("A"), new("C")], Clerk, At)).Events);
    }

    [Fact]
    public void Failures_in_a_row_stop_automatic_takings_and_a_success_forgets_them()
    {
        var once = Then(Three(), m => m.RecordUse(new("A"), true, 2, Clerk, At));
        Assert.False(once.Method(new("A"))!.IsBlocked);
        Assert.Equal(0, Then(once, m => m.RecordUse(new("A"), false, 2, Clerk, At)).Method(new("A"))!.FailuresInARow);
        var twice = Then(once, m => m.RecordUse(new("A"), true, 2, Clerk, At));
        Assert.True(twice.Method(new("A"))!.IsBlocked);
        Assert.True(Then(twice, m => m.Unblock(new("A"), Clerk, At)).Method(new("A"))!.IsUsableOn(Day));
        Assert.Empty(Expect.Success(twice.Block(new("A"), "again", Clerk, At)).Events);
        Assert.Empty(Expect.Success(once.Unblock(new("A"), Clerk, At)).Events);
        Assert.Empty(Expect.Success(Three().RecordUse(new("A"), false, 2, Clerk, At)).Events);
    }

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("4111 1111 1111 1111", true)]
    [InlineData("card 5500-0055-5555-5559!", true)]
    [InlineData("378282246310005", true)]
    [InlineData("6304000000000000", true)] // 16 digits of a debit card
    [InlineData("4222222222222", true)] // 13
    [InlineData("4111111111111112", false)]
    [InlineData("tok_4111111111111111", true)]
    [InlineData("tok4111111111111111", false)] // inside of a word
    [InlineData("41111111111111110000", false)] // 20 digits
    [InlineData("Visa ending in 4242", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_card_number_is_known_by_its_check_digit(string? text, bool isOne) => Assert.Equal(isOne, CardNumbers.IsIn(text));

    [Fact]
    public void Card_numbers_are_not_stored()
    {
        var none = CustomerPaymentMethods.None(new("C-1"));
        Expect.Refused(PaymentMethodErrors.LooksLikeCardNumber, none.Add(Method("A") with { Token = "4111111111111111" }, Clerk, At));
        Expect.Refused(PaymentMethodErrors.LooksLikeCardNumber, none.Add(Method("A") with { Label = "Visa 4111 1111 1111 1111" }, Clerk, At));
        Expect.Refused(PaymentMethodErrors.LooksLikeCardNumber, none.Add(Method("4111111111111111"), Clerk, At));
        Expect.Refused(PaymentMethodErrors.TokenMissing, none.Add(Method("A") with { Token = "" }, Clerk, At));
        Expect.Found(PaymentMethodErrors.StateBroken, (none with { Methods = [Method("A") with { Token = "4111111111111111" }] }).Check());
        Expect.Refused(PaymentMethodErrors.Exists, Three().Add(Method("A") with { Token = "other" }, Clerk, At));
        Assert.Empty(Expect.Success(Three().Add(Method("B"), Clerk, At)).Events);
        Expect.Refused(PaymentMethodErrors.Unknown, none.Block(new("A"), "x", Clerk, At));
        Expect.Refused(PaymentMethodErrors.Unknown, none.Unblock(new("A"), Clerk, At));
        Expect.Refused(PaymentMethodErrors.Unknown, none.RecordUse(new("A"), true, 1, Clerk, At));
        Expect.Refused(PaymentMethodErrors.ReasonMissing, Three().Block(new("A"), "", Clerk, At));
        Assert.Equal(2, Then(Three(), m => m.Remove(new("A"), Clerk, At)).Methods.Count);
        Assert.Empty(Expect.Success(none.Remove(new("A"), Clerk, At)).Events);
    }

    [Fact]
    public void A_customer_may_keep_his_credit()
    {
        var kept = Then(Three(), m => m.ChooseCreditUse(isKept: true, Clerk, At));
        Assert.True(kept.KeepsCredit);
        Assert.Empty(Expect.Success(kept.ChooseCreditUse(isKept: true, Clerk, At)).Events);
    }

    [Fact]
    public void The_oldest_credit_pays_what_is_due_first_and_undisputed()
    {
        OpenItem Credit(string id, decimal amount, int days, OpenItemKind kind = OpenItemKind.Payment) =>
            ADispute.Item(id, -amount) with { Kind = kind, DocumentDate = Day.PlusDays(days) };
        EquatableArray<OpenItem> items =
        [
            Credit("P-2", 100, -1), Credit("P-1", 30, -5), Credit("D", 500, -9, OpenItemKind.Deposit), Credit("P-3", 70, 1),
            ADispute.Item("INV-2/1", 60, Day.PlusDays(5)), ADispute.Item("INV-1/1", 50, Day),
        ];
        var plan = CreditUse.Plan(items, [ADispute.Part("INV-1/1", 10)], Day, "use");
        Assert.Equal(["P-1>INV-1/1 30.00 EUR", "P-2>INV-1/1 10.00 EUR", "P-2>INV-2/1 60.00 EUR"], plan.Select(r => $"{r.Credit}>{r.Debit} {r.Amount}"));
        Assert.Empty(CreditUse.Plan([], [], Day, "use"));
    }

    /// <summary>A command by small numbers.</summary>
    public sealed record Command(int Kind, int Which, int Other);

    public static class Cases
    {
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Choose(0, 6) from which in Gen.Choose(0, 3) from other in Gen.Choose(0, 3) select new Command(kind, which, other)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_tried_the_ways_to_pay_hold_together(Command[] commands)
    {
        var (state, log) = (CustomerPaymentMethods.None(new("C-1")), new List<PaymentMethodEvent>());
        foreach (var c in commands)
        {
            var id = new PaymentMethodId($"M{c.Which}");
            var result = c.Kind switch
            {
                0 => state.Add(Method($"M{c.Which}") with { Token = c.Other == 0 ? "4111111111111111" : $"t{c.Other}" }, Clerk, At),
                1 => state.Remove(id, Clerk, At),
                2 => state.Prefer([.. state.Methods.Select(m => m.Id).OrderByDescending(i => i).Skip(c.Other == 0 ? 1 : 0)], Clerk, At),
                3 => state.Block(id, c.Other == 0 ? "" : "x", Clerk, At),
                4 => state.Unblock(id, Clerk, At),
                5 => state.RecordUse(id, c.Other > 0, 2, Clerk, At),
                _ => state.ChooseCreditUse(c.Other > 1, Clerk, At),
            };
            if (!result.IsSuccess) continue;
            Assert.Equal(result.Value.State, result.Value.Events.Aggregate(state, (s, e) => s.Apply(e)));
            state = result.Value.State;
            log.AddRange(result.Value.Events);
            Assert.Empty(state.Check());
            if (state.Choose(Day) is { IsSuccess: true } chosen) Assert.Equal(chosen.Value, state.Methods.First(m => m.IsUsableOn(Day)));
            else Assert.DoesNotContain(state.Methods, m => m.IsUsableOn(Day));
        }
        Assert.Equal(state, log.Aggregate(CustomerPaymentMethods.None(new("C-1")), (s, e) => s.Apply(e)));
    }
}
