using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Customers.Tests;

public class CustomerAccountProperties
{
    /// <summary>A command with small numbers, so that random ones hit each other; many are illegal.</summary>
    public sealed record Command(int Kind, int Number, int Day, int Who, int Hours);

    public static class Commands
    {
        public static Arbitrary<Command[]> Any() => Arb.From(
            (from kind in Gen.Choose(0, 5)
             from number in Gen.Choose(0, 4)
             from day in Gen.Choose(-2, 8)
             from who in Gen.Choose(0, 2)
             from hours in Gen.Choose(0, 72)
             select new Command(kind, number, day, who, hours)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));
    }

    private static readonly string[] Languages = ["de-DE", "en", "fr", "not a tag", "it"];
    private static readonly Actor[] Actors = [ACustomer.Anna, ACustomer.Bert, Actor.System("anna")];

    [Property(MaxTest = 300, Arbitrary = [typeof(Commands)])]
    public void Whatever_is_tried_the_account_holds_together(Command[] commands)
    {
        var first = Expect.Success(CustomerAccount.Open(ACustomer.Id, ACustomer.Start, ACustomer.Profile, "New", ACustomer.Anna, ACustomer.At));
        var (state, log) = (first.State, new List<CustomerEvent>());
        foreach (var command in commands)
        {
            var result = Run(state, command);
            if (!result.IsSuccess)
            {
                Assert.NotEmpty(result.Errors);
                continue;
            }
            Assert.Equal(result.Value.State, result.Value.Events.Aggregate(state, (s, e) => s.Apply(e)));
            state = result.Value.State;
            log.AddRange(result.Value.Events);
            Assert.Empty(state.Check());
            foreach (var account in state.BankAccounts.Where(a => a.IsActive)) Assert.NotEqual(account.RequestedBy.Id, account.DecidedBy!.Value.Id);
            Assert.Equal(
                state.BankAccounts.Count(a => a.IsActive),
                state.BankAccounts.Where(a => a.IsActive).Select(a => a.Iban).Distinct().Count());
        }
        Assert.Equal(state, log.Aggregate(CustomerAccount.From((CustomerOpened)first.Events[0]), (s, e) => s.Apply(e)));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Commands)])]
    public void A_change_moves_no_day_before_it_and_none_from_the_next_version_on(Command[] commands)
    {
        var state = ACustomer.Open();
        foreach (var command in commands)
        {
            var from = ACustomer.Start.PlusDays(command.Day);
            var result = state.Change(from, ACustomer.Profile with { Language = Languages[command.Number] }, "x", ACustomer.Anna, ACustomer.At);
            if (!result.IsSuccess) continue;
            var next = state.Versions.Select(v => v.EffectiveFrom).Where(d => d > from).DefaultIfEmpty(LocalDate.MaxIsoValue).First();
            for (var day = ACustomer.Start.PlusDays(-3); day < ACustomer.Start.PlusDays(12); day = day.PlusDays(1))
                Assert.Equal(
                    day >= from && day < next ? Languages[command.Number] : state.ProfileOn(day)?.Language,
                    result.Value.State.ProfileOn(day)?.Language);
            state = result.Value.State;
        }
    }

    private static Result<Decision<CustomerAccount, CustomerEvent>> Run(CustomerAccount account, Command c)
    {
        var (by, at) = (Actors[c.Who], ACustomer.At + Duration.FromHours(c.Hours));
        var policy = new BankAccountPolicy { WaitingHours = 24 };
        return c.Kind switch
        {
            0 => account.Change(ACustomer.Start.PlusDays(c.Day), ACustomer.Profile with { Language = Languages[c.Number] }, "x", by, at),
            1 => account.Block((CustomerBlockKind)c.Number, c.Day < 0 ? "" : $"reason {c.Who}", by, at),
            2 => account.Unblock((CustomerBlockKind)c.Number, "x", by, at),
            3 => account.RequestBankAccountChange(
                c.Number % 2 == 0 ? ACustomer.Berlin : ACustomer.London, "x", c.Day > 3 ? c.Day - 3 : null, "x", policy, by, at),
            4 => account.ApproveBankAccountChange(c.Number, by, at),
            _ => account.RejectBankAccountChange(c.Number, "x", by, at),
        };
    }
}
