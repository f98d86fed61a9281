using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class ClosingDeskTests
{
    private static readonly LegalEntity Provisioning = Seller with
    {
        Provisions = new() { Version = "2025-1", Classes = [new() { Class = "all", Rates = [Percentage.Of(1), Percentage.Of(5), Percentage.Of(10), Percentage.Of(20), Percentage.Of(50)] }] },
    };

    private readonly ABusiness business = new(seller: Provisioning);

    private AssessExpectedLoss Assess(int days) => new() { Id = business.Next(), By = Anna, Facts = new() { LegalEntity = Id, AsOf = Monday.PlusDays(days) } };

    [Fact]
    public async Task Expected_losses_are_booked_at_the_end_of_a_period_and_not_twice()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        var assess = Assess(27);
        Expect.Success(await business.Closing.AssessAsync(assess));
        Expect.Success(await business.Closing.AssessAsync(assess));
        Expect.Success(await business.Closing.AssessAsync(Assess(27)));
        Assert.Equal((Eur(-10), Eur(10)), (await business.BalanceAsync(AccountRole.Allowance), await business.BalanceAsync(AccountRole.BadDebt)));
        var late = Expect.Success(await business.Closing.AssessAsync(Assess(58)));
        Assert.Equal((Eur(50), Eur(-50)), (late.Last!.Target, await business.BalanceAsync(AccountRole.Allowance)));
        Expect.Refused(ExpectedLossErrors.BeforeLast, await business.Closing.AssessAsync(Assess(27)));
    }

    [Fact]
    public async Task An_insolvent_debtor_is_assessed_by_itself()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.Insolvencies.OpenAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new() { Case = new("INS-1"), LegalEntity = Id, Customer = new("C-7"), Currency = Currency.Eur, OpenedOn = Monday.PlusDays(10), CourtReference = "1 IN 1/25" },
        }));
        Assert.Equal(Eur(1000), Expect.Success(await business.Closing.ExpectedLossAsync(new() { LegalEntity = Id, AsOf = Monday.PlusDays(27) })).Target);
        Assert.Equal(Eur(10), Expect.Success(await business.Closing.ExpectedLossAsync(new() { LegalEntity = Id, AsOf = Monday.PlusDays(9) })).Target);
    }

    [Fact]
    public async Task Without_rates_or_rights_nothing_is_released_by_mistake()
    {
        var plain = new ABusiness();
        Expect.Refused(ExpectedLossErrors.Incomplete, await plain.Closing.AssessAsync(Assess(27)));
        var desk = new ClosingDesk(business.Books, new LegalEntityList(Provisioning), business.Clock, new Nobody());
        Expect.Refused(ProcessErrors.Forbidden, await desk.AssessAsync(Assess(27)));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await desk.AssessAsync(Assess(27) with { Facts = new() { LegalEntity = new("XX"), AsOf = Monday } }));
    }

    [Fact]
    public async Task Orders_that_are_delivered_and_not_billed_are_named_for_accrual()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.CaptureAsync("SO-2", lines: (10, 7m)));
        Expect.Success(await business.ConfirmAsync("SO-2"));
        Assert.Empty(await business.Closing.UnbilledAsync(Id));
        Expect.Success(await business.ShipAsync("SO-2", "S-2", ("1", 4)));
        Assert.Equal(["SO-2"], (await business.Closing.UnbilledAsync(Id)).Select(o => o.Value));
        Assert.Empty(await business.Closing.UnbilledAsync(new("XX")));
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
