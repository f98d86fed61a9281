using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Receivables.Tests.MandateTests;

namespace OrderToCash.Receivables.Tests;

public sealed class PaymentMethodConsequenceTests
{
    private static readonly PaymentMethodId Method = new("DD");

    private static CustomerPaymentMethods One() => Expect.Success(CustomerPaymentMethods.None(new("C-1")).Add(
        new() { Id = Method, Kind = PaymentMethodKind.DirectDebit, Token = "M-1" }, Clerk, At)).State;

    private static StoredPaymentMethod After(string code, CustomerPaymentMethods? all = null) =>
        Suffer(all ?? One(), ReturnReasons.Find(code).MethodConsequence).Method(Method)!;

    private static CustomerPaymentMethods Suffer(CustomerPaymentMethods all, PaymentMethodConsequence consequence)
    {
        var decision = Expect.Success(all.Suffer(Method, consequence, "why", 2, Clerk, At));
        Assert.Equal(decision.State, decision.Events.Aggregate(all, (s, e) => s.Apply(e)));
        Assert.Empty(decision.State.Check());
        return decision.State;
    }

    [Theory, InlineData("AM04"), InlineData("MS03"), InlineData("ED05")]
    public void What_may_work_another_time_is_counted_and_blocks_the_second_time(string code)
    {
        var once = After(code);
        Assert.Equal((1, false, false), (once.FailuresInARow, once.IsBlocked, once.IsEnded));
        Assert.True(After(code, Suffer(One(), PaymentMethodConsequence.Counted)).IsBlocked);
    }

    [Theory, InlineData("AC01"), InlineData("AC04"), InlineData("AC06"), InlineData("MS02"), InlineData("MD06"), InlineData("XX99")]
    public void What_needs_the_customer_blocks_it_at_once(string code)
    {
        var blocked = After(code);
        Assert.Equal((true, false, "why"), (blocked.IsBlocked, blocked.IsEnded, blocked.BlockedBecause));
        Assert.False(blocked.IsUsableOn(Monday));
    }

    [Theory, InlineData("MD01"), InlineData("MD07"), InlineData("AC13")]
    public void Without_a_mandate_it_is_gone_for_good(string code)
    {
        var all = Suffer(One(), ReturnReasons.Find(code).MethodConsequence);
        Assert.True(all.Method(Method)!.IsEnded);
        Assert.False(all.Method(Method)!.IsUsableOn(Monday));
        Expect.Refused(PaymentMethodErrors.Ended, all.Unblock(Method, Clerk, At));
        Expect.Refused(PaymentMethodErrors.Exists, all.Add(One().Methods[0], Clerk, At));
        Assert.Empty(Expect.Success(all.Suffer(Method, PaymentMethodConsequence.Blocked, "later", 2, Clerk, At)).Events);
        Assert.Empty(Expect.Success(all.Remove(Method, Clerk, At)).State.Methods);
    }

    [Theory, InlineData("AM05"), InlineData("AG02"), InlineData("FF01"), InlineData("BE05")]
    public void What_is_our_own_fault_means_nothing(string code) => Assert.Equal(One().Methods[0], After(code));

    [Fact]
    public void What_it_means_must_have_a_reason_and_be_about_a_known_way()
    {
        Expect.Refused(PaymentMethodErrors.Unknown, One().Suffer(new("X"), PaymentMethodConsequence.Ended, "why", 2, Clerk, At));
        Expect.Refused(PaymentMethodErrors.ReasonMissing, One().Suffer(Method, PaymentMethodConsequence.Ended, " ", 2, Clerk, At));
    }

    [Theory]
    [InlineData("51", PaymentMethodConsequence.Counted), InlineData("05", PaymentMethodConsequence.Counted), InlineData("12", PaymentMethodConsequence.Counted)]
    [InlineData("54", PaymentMethodConsequence.Blocked), InlineData("R1", PaymentMethodConsequence.Blocked), InlineData("41", PaymentMethodConsequence.Ended)]
    [InlineData("43", PaymentMethodConsequence.Ended), InlineData("14", PaymentMethodConsequence.Ended), InlineData("R3", PaymentMethodConsequence.Ended)]
    [InlineData("unheard-of", PaymentMethodConsequence.Counted)]
    public void Declines_of_cards_mean_what_the_table_says(string code, PaymentMethodConsequence consequence) =>
        Assert.Equal(consequence, RetryPolicy.Cards.ConsequenceOf(code));

    [Fact]
    public void A_mandate_on_a_closed_account_is_activated_only_with_another_account()
    {
        var sent = Active().Then(m => Collect(m, Request("E-1")));
        var stopped = sent.Then(m => m.Fail(new() { EndToEndId = "E-1", Reason = "AC04", On = sent.Collections[0].DueOn }, Policy, Calendar, Clerk, At));
        Assert.Equal(MandateStatus.Suspended, stopped.Status);
        Assert.Equal("AC04", Expect.Refused(MandateErrors.AccountEnded, stopped.Activate(sent.Collections[0].DueOn, Clerk, At)).Fact("code"));
        var amended = stopped.Then(m => m.Amend(Facts with { Debtor = Facts.Debtor with { Iban = Iban.Parse("DE02120300000000202051").Value } },
            "", sent.Collections[0].DueOn, Clerk, At));
        Assert.Equal(MandateStatus.Active, amended.Then(m => m.Activate(sent.Collections[0].DueOn, Clerk, At)).Status);
        var refused = sent.Then(m => m.Fail(new() { EndToEndId = "E-1", Reason = "MS02", On = sent.Collections[0].DueOn }, Policy, Calendar, Clerk, At));
        Assert.Equal(MandateStatus.Active, refused.Then(m => m.Activate(sent.Collections[0].DueOn, Clerk, At)).Status);
    }

    public static class Cases
    {
        public static Arbitrary<int[]> Steps() => Arb.From(Gen.Choose(0, 6).ArrayOf());
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Whatever_happens_what_is_gone_stays_gone(int[] steps)
    {
        var all = One();
        foreach (var step in steps)
        {
            var result = step switch
            {
                <= 3 => all.Suffer(Method, (PaymentMethodConsequence)step, "why", 2, Clerk, At),
                4 => all.Unblock(Method, Clerk, At),
                5 => all.RecordUse(Method, false, 2, Clerk, At),
                _ => all.Block(Method, "asked", Clerk, At),
            };
            if (!result.IsSuccess) continue;
            Assert.Equal(result.Value.State, result.Value.Events.Aggregate(all, (s, e) => s.Apply(e)));
            Assert.True(!all.Method(Method)!.IsEnded || result.Value.State.Method(Method)!.IsEnded);
            Assert.Empty(result.Value.State.Check());
            all = result.Value.State;
        }
    }
}
