using OrderToCash.Contracts;
using OrderToCash.Orders;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

internal sealed partial class RandomBusiness
{
    public static readonly string[] ContractKinds = ["contract", "contract-approve", "contract-send", "contract-sign", "contract-sign"];

    // What was agreed on, and how far it came: wording and signatures never go back.
    private readonly Dictionary<ContractId, (ContractVersion Drafted, ContractStatus Status)> agreed = [];

    /// <summary>The command of a step of contracts: from the order to the last signature.</summary>
    public Command? Agreement(ProcessStep step, CommandId id, int number)
    {
        var (on, order, contracts) = (Monday.PlusDays(number), OrderFor(step), All<Contract>(Streams.ContractKind));
        var contract = Nth(contracts.Where(c => step.Extra == 0 || step.Kind switch
        {
            "contract-approve" => c.Status == ContractStatus.Draft,
            "contract-send" => c.Status == ContractStatus.Approved,
            _ => c.Status == ContractStatus.SentForSignature,
        }), step.Which);
        return step.Kind switch
        {
            "contract" when !order.IsNone => new DraftContract
            {
                Id = id, By = Anna, Contract = step.Extra == 0 && contracts.Count > 0 ? contracts[0].Id : new($"K-{number}"), Order = order, Template = ContractTemplate.SaleOfGoods,
                Term = new() { EffectiveFrom = on, LastDay = step.Extra == 1 ? null : on.PlusDays(step.Extra == 0 ? -1 : 30 * step.Quantity) },
                Fields = [new() { Name = "conditions", Value = "Our general conditions." }],
            },
            "contract-approve" when contract is not null => new ApproveContract { Id = id, By = Bert, Contract = contract.Id, Version = step.Extra == 0 ? 2 : 1 },
            "contract-send" when contract is not null => new SendContract
            {
                Id = id, By = Anna, Contract = contract.Id, Order = (SigningOrder)(step.Quantity % 2), ExpiresAt = business.Clock.Now + Duration.FromDays(step.Extra),
                Signatories = [.. Signatories.Take(step.Quantity == 9 ? 1 : step.Quantity % 2 == 0 ? 3 : 2)],
            },
            "contract-sign" when contract?.Request is { } request => Signed(step, id, contract, request, contracts[0]),
            _ => null,
        };
    }

    private static readonly Signatory[] Signatories =
    [
        new() { Person = new("bert"), Name = "Bert", Side = ContractSide.Seller }, new() { Person = new("carla"), Name = "Carla", Side = ContractSide.Buyer },
        new() { Person = new("dora"), Name = "Dora", Side = ContractSide.Buyer },
    ];

    // Mostly somebody whose turn it is; at times one who comes later, who was never asked, or who has another paper before them.
    private static SignContract Signed(ProcessStep step, CommandId id, Contract contract, SignatureRequest request, Contract other)
    {
        var awaited = request.Awaited();
        var person = step.Extra == 0 ? new("mallory") : step.Extra == 1 || awaited.IsEmpty ? request.Signatories[step.Quantity % request.Signatories.Count].Person : awaited[0].Person;
        return new()
        {
            Id = id, By = Anna, Contract = contract.Id, Person = person, Hash = step.Extra == 2 ? other.Latest.Hash : request.Hash, Evidence = $"e-sign {id}",
        };
    }

    // A contract says what its order says on that day; no command about it books anything.
    private void CheckAgreement(Command command, bool isDone, int entries)
    {
        if (command is not (DraftContract or ApproveContract or SendContract or SignContract)) return;
        Assert.Equal(entries, business.Books.JournalAsync().ToBlockingEnumerable().Count());
        if (!isDone || command is not DraftContract drafted) return;
        var (order, contract) = (All<Order>(Streams.OrderKind).Single(o => o.Id == drafted.Order), All<Contract>(Streams.ContractKind).Single(c => c.Id == drafted.Contract));
        var (terms, content) = (order.Terms, contract.Latest.Content);
        Assert.Equal((terms.LegalEntity, terms.Customer, terms.BillTo, order.Amount), (contract.LegalEntity, contract.Customer, content.Buyer, content.Total));
        Assert.Equal([order.Id], content.Orders);
        var prices = content.Clauses.Single(c => c.Kind == ClauseKind.Price).Text;
        Assert.All(order.Lines, l => Assert.Contains($"{l.Product}: {l.Priced.Terms.UnitPrice}, {l.Ordered}, {l.Priced.Amount}", prices, StringComparison.Ordinal));
        agreed.Add(contract.Id, (contract.Latest, ContractStatus.Draft));
    }

    private void CheckContracts()
    {
        var contracts = All<Contract>(Streams.ContractKind);
        Assert.Equal(agreed.Keys.Order(), contracts.Select(c => c.Id).Order());
        foreach (var contract in contracts)
        {
            Assert.Empty(contract.Check());
            var (drafted, status) = agreed[contract.Id];
            Assert.Equal([drafted], contract.Versions);
            Assert.True(contract.Status >= status, $"{contract.Id} was {status} and is {contract.Status}");
            agreed[contract.Id] = (drafted, contract.Status);
            var (term, signatures) = (drafted.Content.Term, contract.Request?.Signatures ?? []);
            Assert.All(signatures, s => Assert.Equal(drafted.Hash, s.Hash));
            Assert.Equal(contract.Status == ContractStatus.Active, contract.IsInForceOn(term.EffectiveFrom));
            Assert.False(contract.IsInForceOn(term.EffectiveFrom.PlusDays(-1)) || (term.LastDay is { } last && contract.IsInForceOn(last.PlusDays(1))));
            if (contract.Request is not { } request) continue;
            Assert.Equal(contract.Status == ContractStatus.Active, request.Signatories.All(s => request.SignatureOf(s.Person) is not null));
            // In sequence nobody signs before who comes first.
            if (request.Order == SigningOrder.InSequence) Assert.Equal(request.Signatories.Take(signatures.Count).Select(s => s.Person), signatures.Select(s => s.Person));
        }
    }

    private EquatableArray<DomainError> AgreementErrors(Command command) => command switch
    {
        DraftContract c => business.Contracts.DraftAsync(c).AsTask().Result.Errors,
        ApproveContract c => business.Contracts.ApproveAsync(c).AsTask().Result.Errors,
        SendContract c => business.Contracts.SendAsync(c).AsTask().Result.Errors,
        SignContract c => business.Contracts.SignAsync(c).AsTask().Result.Errors,
        _ => CustomerErrorsOf(command),
    };
}
