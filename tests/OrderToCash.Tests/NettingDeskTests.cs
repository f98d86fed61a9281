using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class NettingDeskTests
{
    private static readonly LocalDate Day = Monday.PlusDays(40);
    private readonly ABusiness business = new();
    private readonly EquatableArray<PayableItem> payables = [new() { Number = "S-1", DueDate = Day, Amount = Eur(400) }];

    private AgreeNetting Agree() => new()
    {
        Id = business.Next(), By = Anna, On = Monday,
        Terms = new() { LegalEntity = Id, Customer = new("C-7"), Reference = "Verrechnung 2025", From = Monday },
    };

    private ValueTask<Result<NettingProposal>> ProposeAsync() => business.Netting.ProposeAsync(Id, new("C-7"), payables, Currency.Eur, Day);

    [Fact]
    public async Task Both_sides_are_netted_and_a_netting_can_be_undone()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Refused(ProcessErrors.NotFound, await ProposeAsync());
        Expect.Success(await business.Netting.AgreeAsync(Agree()));
        var post = new PostNetting { Id = business.Next(), By = Anna, Netting = new("N-1"), LegalEntity = Id, Customer = new("C-7"), Statement = Expect.Success(await ProposeAsync()), Payables = payables };
        Expect.Success(await business.Netting.PostAsync(post));
        Expect.Success(await business.Netting.PostAsync(post));
        Expect.Success(await business.Netting.PostAsync(post with { Id = business.Next() }));
        Assert.Equal((Eur(790), Eur(400)), ((await business.AccountAsync()).OpenReceivable, await business.BalanceAsync(AccountRole.TradePayable)));
        Expect.Refused(NettingErrors.NothingToNet, await ProposeAsync());
        var undo = new UndoNetting { Id = business.Next(), By = Anna, Netting = new("N-1"), LegalEntity = Id, Customer = new("C-7"), Reason = "paid", On = Day.PlusDays(1) };
        Expect.Success(await business.Netting.UndoAsync(undo));
        Expect.Success(await business.Netting.UndoAsync(undo with { Id = business.Next() }));
        Expect.Refused(NettingErrors.Unknown, await business.Netting.UndoAsync(undo with { Id = business.Next(), Netting = new("N-9") }));
        Assert.Equal((Eur(1190), Eur(0)), ((await business.AccountAsync()).OpenReceivable, await business.BalanceAsync(AccountRole.TradePayable)));
        Assert.Equal(Eur(400), Expect.Success(await business.Netting.ProposeAsync(Id, new("C-7"), payables, Currency.Eur, Day.PlusDays(1))).Amount);
    }

    [Fact]
    public async Task Only_who_may_nets()
    {
        var desk = new NettingDesk(business.Books, new LegalEntityList(Seller), Rates, business.Clock, new Nobody());
        Expect.Refused(ProcessErrors.Forbidden, await desk.AgreeAsync(Agree()));
        Expect.Success(await business.Netting.AgreeAsync(Agree()));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Netting.AgreeAsync(Agree()));
    }

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
